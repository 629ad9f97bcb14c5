import type { Finding, IdentifierKind } from './finding.ts';

const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?:@|\s?[([]at[)\]]\s?)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/giu;
const spokenEmail =
  /(?<![\p{L}\p{N}._-])[\p{L}\p{N}._-]{2,64} (?:at|@) ?(?:gmail|yahoo|hotmail|outlook|icloud|proton)\b(?: ?(?:dot|\.) ?com)?/giu;
const address = /(?:https?:\/\/|www\.)[^\s<>"'។]{2,300}/giu;
const site =
  /(?<![\p{L}\p{N}.@-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})*\.(?:com|org|net|kh|me|co|io|info|ly|gg|tv|app|link|xyz|edu|gov|be|online|site|us|asia)(?:\/[^\s<>"'។]{0,300})?(?![\p{L}\p{N}])/giu;
const handle = /(?<![\p{L}\p{N}@._])@[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.]{2,40}/gu;
const network =
  '(?:facebook|fb|messenger|telegram|tiktok|tik tok|instagram|insta|ig|line|zalo|whatsapp|wechat|snapchat|snap|discord|roblox|youtube|ហ្វេសប៊ុក|ហ្វេសបុក|តេឡេក្រាម|តេលេក្រាម|ធីកតុក|តិកតុក|អ៊ីនស្តាក្រាម|អាយជី)';
/** An account named after its network: "fb: Sok Dara", "telegram id dara_99", "ហ្វេសប៊ុកឈ្មោះ សុខ ដារ៉ា". */
const account = new RegExp(
  `(?<![\\p{L}\\p{M}])${network}(?: (?:account|name|id|user|username|page))*(?: ?(?:គណនី|ឈ្មោះ))* ?(?::|=| is | named | called |(?<=ឈ្មោះ ?)) ?(?<name>[\\p{L}\\p{M}\\p{N}_.]{2,40}(?: [\\p{Lu}\\u1780-\\u17A2][\\p{L}\\p{M}\\p{N}_.]{1,30}){0,2})`,
  'giu',
);
const accountToken = new RegExp(
  `(?<![\\p{L}\\p{M}])${network}(?: (?:account|name|id|user|username|page))* (?<name>[\\p{L}\\p{N}]{0,30}[\\d_.][\\p{L}\\p{N}_.]{1,30}|[\\p{L}\\p{N}]{2,30}_[\\p{L}\\p{N}_.]{1,30})`,
  'giu',
);

/** E-mail addresses, web addresses, accounts and handles. */
export function linksIn(text: string): Finding[] {
  return [
    ...all(text, email, 'EMAIL'),
    ...all(text, spokenEmail, 'EMAIL'),
    ...all(text, address, 'LINK'),
    ...all(text, site, 'LINK'),
    ...all(text, handle, 'LINK'),
    ...named(text, account),
    ...named(text, accountToken),
  ];
}

function all(text: string, pattern: RegExp, kind: IdentifierKind): Finding[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => {
    const trimmed = match.replace(/[.,;:!?)\]]+$/, '');
    return { kind, start: index, end: index + trimmed.length };
  });
}

function named(text: string, pattern: RegExp): Finding[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index, groups }) => {
    const name = groups!['name']!.replace(/[.]+$/, '');
    const start = index + match.length - groups!['name']!.length;
    return { kind: 'LINK', start, end: start + name.length };
  });
}
