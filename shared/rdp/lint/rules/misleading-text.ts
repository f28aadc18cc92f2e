import { shown } from '../../shown';
import { type LintRule, observed } from '../rule';

const readByPeople = [
  'full address',
  'alternate full address',
  'gatewayhostname',
  'username',
  'remoteapplicationname',
  'remotedesktopname',
  'workspace id',
];

const invisible = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const latin = /\p{Script=Latin}/u;
const lookAlike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

export const misleadingText: LintRule = {
  id: 'misleading-text',
  title: 'Text that looks like something else',

  look({ all }) {
    return readByPeople.flatMap(all).flatMap((setting) => {
      const why = reason(setting.value);
      return why === null
        ? []
        : [observed('high', setting, `“${setting.name}” is ${shown(setting.value)}: ${why}.`)];
    });
  },
};

function reason(value: string): string | null {
  if (invisible.test(value)) return 'it holds characters that cannot be seen or that turn text around';
  if (latin.test(value) && lookAlike.test(value)) return 'it mixes letters of alphabets that look alike';
  return null;
}
