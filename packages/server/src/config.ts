import type { z } from 'zod';

/** Settings that are missing or not as they should be, each with its name and what is expected of it. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
  readonly settings: ReadonlyArray<{ name: string; reason: string }>;

  constructor(settings: ReadonlyArray<{ name: string; reason: string }>) {
    const lines = settings.map(({ name, reason }) => `  ${name}: ${reason}`);
    super(`Some settings are missing or wrong:\n${lines.join('\n')}`);
    this.settings = settings;
  }
}

/**
 * Reads settings from the environment through a schema whose keys are the names of the variables. An empty
 * variable counts as missing.
 *
 * @throws SettingsRefused naming every setting at fault; never a value, which may be a key
 * @example readSettings(z.object({ PORT: z.coerce.number().int().default(4000) }), process.env)
 */
export function readSettings<T>(
  schema: z.ZodType<T>,
  environment: Readonly<Record<string, string | undefined>>,
): T {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new SettingsRefused(
    read.error.issues.flatMap((issue) => {
      const names = 'keys' in issue ? issue.keys.map(String) : [issue.path.join('.') || '(settings)'];
      return names.map((name) => ({ name, reason: reasonOf(issue, given[name] === undefined) }));
    }),
  );
}

/** Words of our own for each kind of fault: the library's may quote the value. A schema's own message is kept. */
function reasonOf(issue: z.core.$ZodIssue, isMissing: boolean): string {
  if (isMissing && issue.code !== 'custom') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be a ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return `must have the form ${issue.format}`;
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'unrecognized_keys':
      return 'is not known';
    case 'custom':
      return issue.message;
    default:
      return 'is not valid';
  }
}
