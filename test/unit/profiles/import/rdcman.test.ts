import { describe, expect, it } from 'vitest';
import { readRdcman } from '../../../../shared/profiles/import/rdcman/read-rdcman';
import { xmlFixture, xmlIn } from '../../../support/xml';

const serverWith = (sections: string) =>
  `<RDCMan programVersion="2.83" schemaVersion="3"><file><properties><name>F</name></properties>
   <server><properties><name>web-01</name></properties>${sections}</server></file></RDCMan>`;

async function settingsOf(sections: string): Promise<readonly string[]> {
  const { profiles } = readRdcman(await xmlIn(serverWith(sections)), 'f.rdg');
  return profiles[0]?.settings ?? [];
}

async function leftOutOf(sections: string): Promise<string[]> {
  const { leftOut } = readRdcman(await xmlIn(serverWith(sections)), 'f.rdg');
  return leftOut.map(({ what }) => what);
}

describe('the file of version 2.7', () => {
  it('gives a template for the file and every group, each inheriting from the one around it', async () => {
    const { templates } = readRdcman(await xmlFixture('rdcman-2.7.rdg'), 'servers.rdg');
    expect(templates.map(({ place, name, inherits }) => ({ place, name, inherits }))).toEqual([
      { place: 'servers.rdg', name: 'Contoso', inherits: null },
      { place: 'servers.rdg › Finance', name: 'Contoso › Finance', inherits: 'servers.rdg' },
      {
        place: 'servers.rdg › Finance › Web',
        name: 'Contoso › Finance › Web',
        inherits: 'servers.rdg › Finance',
      },
    ]);
    expect(templates[0]?.settings).toEqual([
      'screen mode id:i:1',
      'dynamic resolution:i:1',
      'session bpp:i:24',
      'audiomode:i:2',
      'audioqualitymode:i:2',
      'audiocapturemode:i:0',
      'keyboardhook:i:1',
      'redirectclipboard:i:1',
      'drivestoredirect:s:C:\\;E:\\;',
      'redirectprinters:i:0',
      'redirectcomports:i:0',
      'redirectsmartcards:i:0',
      'devicestoredirect:s:',
    ]);
  });

  it('gives a profile for every server, with what no template can carry looked up in its groups', async () => {
    const { profiles } = readRdcman(await xmlFixture('rdcman-2.7.rdg'), 'servers.rdg');
    const shown = profiles.map(({ name, address, port, username, route, template, settings }) => ({
      name,
      address,
      port,
      username,
      route,
      template,
      settings,
    }));
    expect(shown).toEqual([
      {
        name: 'Ledger',
        address: 'ledger-01.contoso.example',
        port: 3390,
        username: 'CONTOSO\\ada',
        route: 'password',
        template: 'servers.rdg › Finance',
        settings: ['authentication level:i:1'],
      },
      {
        name: 'web-01',
        address: 'web-01',
        port: 3390,
        username: 'operator@contoso.example',
        route: null,
        template: 'servers.rdg › Finance › Web',
        settings: [],
      },
      {
        name: 'Web 2',
        address: '10.1.0.5',
        port: 3391,
        username: 'operator@contoso.example',
        route: 'password',
        template: 'servers.rdg › Finance › Web',
        settings: ['smart sizing:i:1'],
      },
    ]);
  });

  it('says what it left out, once where it stands in many places', async () => {
    const { leftOut } = readRdcman(await xmlFixture('rdcman-2.7.rdg'), 'servers.rdg');
    expect(leftOut.map(({ place, what }) => `${place}: ${what}`)).toEqual([
      'servers.rdg: credentialsProfiles/credentialsProfile/password',
      'servers.rdg: the smart group Everything called web',
      'servers.rdg › Finance: gatewaySettings/password',
      "servers.rdg › Finance: the gateway's user name",
      'servers.rdg › Finance › Ledger: logonCredentials/password',
      "servers.rdg: RDCMan's own default settings",
      'servers.rdg: connected',
      'servers.rdg: displaySettings/thumbnailScale',
      'servers.rdg: displaySettings/smartSizeDockedWindows',
    ]);
  });
});

it('reads the file of version 2.2, where everything of a group stands in its properties', async () => {
  const { templates, profiles } = readRdcman(await xmlFixture('rdcman-2.2.rdg'), 'old.rdg');
  expect(templates.map(({ name, settings }) => ({ name, settings }))).toEqual([
    { name: 'Old files', settings: ['authentication level:i:1'] },
    {
      name: 'Old files › Lab',
      settings: [
        'screen mode id:i:1',
        'desktopwidth:i:1280',
        'desktopheight:i:1024',
        'dynamic resolution:i:0',
        'session bpp:i:16',
      ],
    },
  ]);
  expect(profiles).toMatchObject([
    {
      name: 'Lab one',
      notes: 'Under the desk',
      address: 'lab-01',
      port: 9933,
      username: 'lab-01\\lab',
      route: 'password',
      settings: [
        'administrative session:i:1',
        'alternate shell:s:C:\\tools\\start.exe',
        'shell working directory:s:C:\\tools',
        'loadbalanceinfo:s:',
        'gatewayhostname:s:gateway.contoso.example',
        'gatewayusagemethod:i:2',
        'gatewayprofileusagemethod:i:1',
        'gatewaycredentialssource:i:4',
        'promptcredentialonce:i:0',
        'audiomode:i:2',
        'audioqualitymode:i:2',
        'audiocapturemode:i:1',
        'keyboardhook:i:0',
        'redirectclipboard:i:0',
        'drivestoredirect:s:*',
        'redirectprinters:i:1',
        'redirectcomports:i:1',
        'redirectsmartcards:i:1',
        'devicestoredirect:s:',
        'smart sizing:i:0',
      ],
    },
  ]);
});

it('reads the file of version 2.90, and keeps what nobody knows', async () => {
  const { profiles, leftOut } = readRdcman(await xmlFixture('rdcman-2.90.rdg'), 'azure.rdg');
  expect(profiles).toMatchObject([
    {
      name: 'Ready',
      username: 'ada@contoso.example',
      route: null,
      settings: [
        'screen mode id:i:2',
        'dynamic resolution:i:1',
        'session bpp:i:32',
        'smart sizing:i:0',
        'authentication level:i:2',
      ],
      kept: { 'holographicSettings/depth': '7' },
    },
  ]);
  const said = leftOut.map(({ place, what }) => `${place}: ${what}`);
  expect(said).toContain('azure.rdg › Ready: securitySettings/remoteGuard');
  expect(said).toContain('azure.rdg › Console of a guest: the server');
  expect(said).toContain('azure.rdg › Server: the server');
  expect(said).toContain('azure.rdg: holographicSettings/depth');
});

describe('an element and its setting', () => {
  it.each([
    ['connectionSettings', 'connectToConsole', 'True', 'administrative session:i:1'],
    ['connectionSettings', 'startProgram', 'cmd.exe', 'alternate shell:s:cmd.exe'],
    ['connectionSettings', 'workingDir', 'C:\\', 'shell working directory:s:C:\\'],
    ['connectionSettings', 'loadBalanceInfo', 'tsv://x', 'loadbalanceinfo:s:tsv://x'],
    ['gatewaySettings', 'logonMethod', 'SmartCard', 'gatewaycredentialssource:i:1'],
    ['gatewaySettings', 'logonMethod', '0', 'gatewaycredentialssource:i:0'],
    ['gatewaySettings', 'credSharing', 'False', 'promptcredentialonce:i:0'],
    ['remoteDesktop', 'colorDepth', '15', 'session bpp:i:15'],
    ['remoteDesktop', 'fullScreen', 'True', 'screen mode id:i:2'],
    ['localResources', 'audioRedirection', 'Remote', 'audiomode:i:1'],
    ['localResources', 'audioRedirection', '2', 'audiomode:i:2'],
    ['localResources', 'audioRedirectionQuality', 'High', 'audioqualitymode:i:2'],
    ['localResources', 'audioRedirectionQuality', '1', 'audioqualitymode:i:2'],
    ['localResources', 'audioRedirectionQuality', '2', 'audioqualitymode:i:1'],
    ['localResources', 'audioCaptureRedirection', 'Record', 'audiocapturemode:i:1'],
    ['localResources', 'keyboardHook', 'Client', 'keyboardhook:i:0'],
    ['localResources', 'redirectClipboard', 'False', 'redirectclipboard:i:0'],
    ['localResources', 'redirectDrives', 'True', 'drivestoredirect:s:*'],
    ['localResources', 'redirectPrinters', 'True', 'redirectprinters:i:1'],
    ['localResources', 'redirectPorts', 'True', 'redirectcomports:i:1'],
    ['localResources', 'redirectSmartCards', 'False', 'redirectsmartcards:i:0'],
    ['localResources', 'redirectPnpDevices', 'True', 'devicestoredirect:s:*'],
    ['displaySettings', 'smartSizeUndockedWindows', 'Scale', 'smart sizing:i:1'],
    ['securitySettings', 'authentication', 'None', 'authentication level:i:0'],
  ])('%s/%s of %s', async (section, element, value, line) => {
    const own = `<${section} inherit="None"><${element}>${value}</${element}></${section}>`;
    expect(await settingsOf(own)).toContain(line);
    const inherited = `<${section} inherit="FromParent"><${element}>${value}</${element}></${section}>`;
    expect(await settingsOf(inherited)).toEqual([]);
  });

  it.each([
    ['an empty list shares no drive', 'True', '<redirectDrivesList />', 'drivestoredirect:s:'],
    ['a list is for nothing where drives are off', 'False', list('C:\\'), 'drivestoredirect:s:'],
    [
      'letters in any spelling',
      'True',
      list('c', 'D:', 'E:\\', '\\\\server'),
      'drivestoredirect:s:C:\\;D:\\;E:\\;',
    ],
  ])('%s', async (_, drives, items, line) => {
    const section = `<localResources inherit="None"><redirectDrives>${drives}</redirectDrives>${items}</localResources>`;
    expect(await settingsOf(section)).toContain(line);
  });

  it('is as RDCMan has it by default where a section of its own does not say it', async () => {
    expect(await settingsOf('<localResources inherit="None" />')).toEqual([
      'audiomode:i:0',
      'audioqualitymode:i:0',
      'audiocapturemode:i:0',
      'keyboardhook:i:2',
      'redirectclipboard:i:1',
      'drivestoredirect:s:',
      'redirectprinters:i:0',
      'redirectcomports:i:0',
      'redirectsmartcards:i:1',
      'devicestoredirect:s:',
    ]);
  });

  it.each([
    ['a word that is none', 'remoteDesktop', '<colorDepth>many</colorDepth>', 'remoteDesktop/colorDepth'],
    [
      'a size that is none',
      'remoteDesktop',
      '<fullScreen>False</fullScreen><size>big</size>',
      'remoteDesktop/size, remoteDesktop/sameSizeAsClientArea, remoteDesktop/fullScreen',
    ],
    [
      'a text of two lines',
      'connectionSettings',
      '<startProgram>a&#10;b:s:c</startProgram>',
      'connectionSettings/startProgram',
    ],
    ['a port that is none', 'connectionSettings', '<port>70000</port>', 'connectionSettings/port'],
  ])('%s is left out and said', async (_, section, inner, what) => {
    expect(await leftOutOf(`<${section} inherit="None">${inner}</${section}>`)).toContain(what);
  });
});

function list(...items: readonly string[]): string {
  return `<redirectDrivesList>${items.map((item) => `<item>${item}</item>`).join('')}</redirectDrivesList>`;
}

it('takes the default for a value that is none, and not what the group around has', async () => {
  const text = `<RDCMan schemaVersion="3"><file><localResources inherit="None"><redirectPrinters>True</redirectPrinters></localResources>
    <server><properties><name>one</name></properties>
    <localResources inherit="None"><redirectPrinters>perhaps</redirectPrinters></localResources></server></file></RDCMan>`;
  const { templates, profiles } = readRdcman(await xmlIn(text), 'f.rdg');
  expect(templates[0]?.settings).toContain('redirectprinters:i:1');
  expect(profiles[0]?.settings).toContain('redirectprinters:i:0');
});
