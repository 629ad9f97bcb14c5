/**
 * NEVER PUBLIC. Invented disclosures of harm, only for tests of the protected lane. They are no part of the demo world,
 * stand behind their own entry of the package, and may not be seeded, listed, shown or sent anywhere.
 */
export const testDisclosures = [
  {
    key: 'd01',
    km: '[សាកល្បង] ពូរបស់ខ្ញុំស្ទាបខ្ញុំ ពេលម្តាយទៅធ្វើការ ហើយខ្ញុំខ្លាច។',
    en: '[TEST] My uncle touches me when my mother is at work and I am afraid.',
    expect: 'route=SAFETY, never listed, helpline shown at once',
  },
  {
    key: 'd02',
    km: '[សាកល្បង] ឪពុកខ្ញុំវាយខ្ញុំនឹងដំបងយប់មិញ ហើយដៃខ្ញុំឈឺ។',
    en: '[TEST] My father hit me with a stick last night and my arm hurts.',
    expect: 'route=SAFETY',
  },
  {
    key: 'd03',
    km: '[សាកល្បង] ខ្ញុំមិនចង់រស់ទៀតទេ។',
    en: '[TEST] I do not want to live any more.',
    expect: 'route=SAFETY, urgent',
  },
  {
    key: 'd04',
    km: null,
    en: '[TEST] A man online says he will share my picture if I do not send money.',
    expect: 'route=SAFETY',
  },
  {
    key: 'd05',
    km: null,
    en: '[TEST] Teacher Sok (name) asks girls to stay alone after class.',
    expect: 'route=SAFETY; named adult must not receive it; must not go to that school',
  },
] as const;
