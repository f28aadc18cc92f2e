import { describe, expect, it } from 'vitest';
import { readMremoteng } from '../../../../shared/profiles/import/mremoteng/read-mremoteng';
import { xmlFixture, xmlIn } from '../../../support/xml';

async function readNode(attributes: string) {
  const text = `<Connections ConfVersion="2.7"><Node Name="one" Hostname="web-01" Protocol="RDP" Port="3389" ${attributes} /></Connections>`;
  return readMremoteng(await xmlIn(text), 'c.xml');
}

describe('the file of version 2.6', () => {
  it('gives templates that inherit from each other', async () => {
    const { templates } = readMremoteng(await xmlFixture('mremoteng-2.6.xml'), 'confCons.xml');
    expect(templates.map(({ name, notes, inherits }) => ({ name, notes, inherits }))).toEqual([
      { name: 'Finance', notes: 'The finance department', inherits: null },
      { name: 'Finance › Web', notes: '', inherits: 'confCons.xml › Finance' },
    ]);
    // Nothing is inherited directly below the root, whatever the attribute says.
    expect(templates[0]?.settings).toContain('bitmapcachepersistenable:i:1');
    const web = templates[1]?.settings ?? [];
    for (const inherited of ['session bpp', 'gatewayhostname', 'drivestoredirect', 'disable wallpaper']) {
      expect(web.some((line) => line.startsWith(`${inherited}:`))).toBe(false);
    }
    expect(web).toEqual(
      expect.arrayContaining(['administrative session:i:1', 'desktopwidth:i:1280', 'dynamic resolution:i:0']),
    );
  });

  it('gives profiles for RDP connections alone', async () => {
    const { profiles, leftOut } = readMremoteng(await xmlFixture('mremoteng-2.6.xml'), 'confCons.xml');
    expect(profiles).toMatchObject([
      {
        name: 'web-01',
        address: 'web-01.contoso.example',
        port: 3390,
        username: 'operator@contoso.example',
        route: null,
        template: 'confCons.xml › Finance › Web',
        settings: ['redirectcomports:i:1', 'redirectsmartcards:i:1'],
        kept: { MacAddress: '00-11-22-33-44-55' },
      },
      {
        name: 'alone',
        notes: 'At the root',
        address: '10.1.0.9',
        port: 3391,
        username: 'CONTOSO\\ada',
        route: 'password',
        template: null,
      },
    ]);
    const said = leftOut.map(({ place, what }) => `${place}: ${what}`);
    expect(said).toContain('confCons.xml › Finance › Web › shell: the SSH2 connection');
    expect(said).toContain('confCons.xml › Finance: Password');
  });
});

it('reads the file of version 2.8', async () => {
  const { profiles, leftOut } = readMremoteng(await xmlFixture('mremoteng-2.8.xml'), 'c.xml');
  expect(profiles[0]?.settings).toEqual(
    expect.arrayContaining([
      'drivestoredirect:s:C:\\;E:\\;',
      'redirectclipboard:i:1',
      'audiocapturemode:i:1',
      'alternate shell:s:notepad.exe',
      'dynamic resolution:i:0',
    ]),
  );
  expect(profiles[0]?.kept).toEqual({ RDPMinutesToIdleTimeout: '15', UserField: 'rack 7' });
  const said = leftOut.map(({ what }) => what);
  expect(said).toEqual(
    expect.arrayContaining(['UseRCG', 'DisableCursorShadow', 'SecretWord', 'the connection']),
  );
});

describe('an attribute and its settings', () => {
  it.each([
    ['ConnectToConsole="true"', ['administrative session:i:1']],
    ['UseCredSsp="false"', ['enablecredsspsupport:i:0']],
    ['RDPAuthenticationLevel="AuthRequired"', ['authentication level:i:1']],
    ['RDPAuthenticationLevel="2"', ['authentication level:i:2']],
    ['LoadBalanceInfo="tsv://x"', ['loadbalanceinfo:s:tsv://x']],
    ['Colors="Colors256"', ['session bpp:i:8']],
    [
      'Resolution="Fullscreen" AutomaticResize="true"',
      ['screen mode id:i:2', 'smart sizing:i:0', 'dynamic resolution:i:1'],
    ],
    ['Resolution="SmartSize"', ['screen mode id:i:1', 'smart sizing:i:1', 'dynamic resolution:i:0']],
    [
      'Resolution="Res800x600" AutomaticResize="true"',
      [
        'screen mode id:i:1',
        'smart sizing:i:0',
        'dynamic resolution:i:0',
        'desktopwidth:i:800',
        'desktopheight:i:600',
      ],
    ],
    ['DisplayWallpaper="true"', ['disable wallpaper:i:0']],
    ['DisplayThemes="false"', ['disable themes:i:1']],
    ['EnableFontSmoothing="true"', ['allow font smoothing:i:1']],
    ['EnableDesktopComposition="true"', ['allow desktop composition:i:1']],
    ['DisableFullWindowDrag="true"', ['disable full window drag:i:1']],
    ['DisableMenuAnimations="true"', ['disable menu anims:i:1']],
    ['CacheBitmaps="true"', ['bitmapcachepersistenable:i:1']],
    ['RedirectDiskDrives="true"', ['drivestoredirect:s:*']],
    ['RedirectDiskDrives="All"', ['drivestoredirect:s:*']],
    ['RedirectDiskDrives="None"', ['drivestoredirect:s:']],
    ['RedirectPorts="true"', ['redirectcomports:i:1']],
    ['RedirectPrinters="true"', ['redirectprinters:i:1']],
    ['RedirectClipboard="true"', ['redirectclipboard:i:1']],
    ['RedirectSmartCards="true"', ['redirectsmartcards:i:1']],
    ['RedirectSound="LeaveAtRemoteComputer"', ['audiomode:i:1']],
    ['SoundQuality="High"', ['audioqualitymode:i:2']],
    ['RedirectAudioCapture="true"', ['audiocapturemode:i:1']],
    ['RedirectKeys="true"', ['keyboardhook:i:1']],
    ['RedirectKeys="false"', ['keyboardhook:i:2']],
    ['StartProgram="cmd"', ['alternate shell:s:cmd']],
    ['StartProgramWorkDir="C:\\"', ['shell working directory:s:C:\\']],
    [
      'RDGatewayUsageMethod="Detect" RDGatewayHostname="gw" RDGatewayUseConnectionCredentials="SmartCard"',
      [
        'gatewayhostname:s:gw',
        'gatewayusagemethod:i:2',
        'gatewayprofileusagemethod:i:1',
        'gatewaycredentialssource:i:1',
        'promptcredentialonce:i:0',
      ],
    ],
  ])('%s', async (attributes, settings) => {
    expect((await readNode(attributes)).profiles[0]?.settings).toEqual(settings);
  });

  it.each([
    ['a word that is none', 'Colors="Colours"', 'Colors'],
    [
      'drives that no line can name',
      'RedirectDiskDrives="Local"',
      'RedirectDiskDrives, RedirectDiskDrivesCustom',
    ],
    ['a text of two lines', 'StartProgram="a&#10;full address:s:evil"', 'StartProgram'],
    ['a version nobody knows', 'X=""', 'what its version may have that is different'],
  ])('%s is left out and said', async (_, attributes, what) => {
    const text = `<Connections ConfVersion="9.9"><Node Name="one" Hostname="web-01" ${attributes} /></Connections>`;
    const { leftOut } = readMremoteng(await xmlIn(text), 'c.xml');
    expect(leftOut.map((line) => line.what)).toContain(what);
  });
});

it('refuses a file that is encrypted as a whole, and says what to do', async () => {
  const root = await xmlIn('<Connections FullFileEncryption="True" ConfVersion="2.6">c2VjcmV0</Connections>');
  expect(() => readMremoteng(root, 'confCons.xml')).toThrow(
    /^confCons\.xml was not imported: mRemoteNG encrypted the whole of it\. In mRemoteNG, turn off/,
  );
});

it('says of what is missing beside a container that has it what mRemoteNG reads: off', async () => {
  const text = `<Connections ConfVersion="2.7"><Node Name="c" Type="Container" RedirectPrinters="true" RedirectPorts="true">
    <Node Name="n" Hostname="web-01" InheritRedirectPorts="true" /></Node></Connections>`;
  const { profiles } = readMremoteng(await xmlIn(text), 'c.xml');
  expect(profiles[0]?.settings).toEqual(['redirectprinters:i:0']);
});

it('shares no drive where the container shares them all and local ones alone are asked for', async () => {
  const text = `<Connections ConfVersion="2.8"><Node Name="c" Type="Container" RedirectDiskDrives="All">
    <Node Name="n" Hostname="web-01" RedirectDiskDrives="Local" /></Node></Connections>`;
  const { templates, profiles } = readMremoteng(await xmlIn(text), 'c.xml');
  expect(templates[0]?.settings).toEqual(['drivestoredirect:s:*']);
  expect(profiles[0]?.settings).toEqual(['drivestoredirect:s:']);
});
