import type { PollQuestion, SettingField } from './ballot-type.ts';

/** The value of a setting in this poll: what was chosen, or the usual value. */
export function settingOf(poll: PollQuestion, field: SettingField): number {
  return poll.settings[field.name] ?? (field.usual === 'options' ? poll.options.length : field.usual);
}

/** Names of the settings whose chosen value is not allowed, or that the fields do not know. */
export function wrongSettings(poll: PollQuestion, fields: readonly SettingField[]): string[] {
  const known = new Map(fields.map((field) => [field.name, field]));
  const strange = Object.keys(poll.settings).filter((name) => !known.has(name));
  const wrong = fields.filter((field) => {
    const value = settingOf(poll, field);
    const most = field.most === 'options' ? poll.options.length : field.most;
    const isListed = field.oneOf === undefined || field.oneOf.includes(value);
    return !Number.isSafeInteger(value) || value < field.least || value > most || !isListed;
  });
  return [...strange, ...wrong.map((field) => field.name)];
}
