import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdentifierKind } from './finding.ts';
import { markIdentifiers } from './mark-identifiers.ts';

/** "[PHONE 012 345 678]" in an expectation stands for a mark of that kind on those characters. */
function marked(text: string): string {
  let shown = '';
  let at = 0;
  for (const { kind, start, end } of markIdentifiers(text)) {
    shown += `${text.slice(at, start)}[${kind} ${text.slice(start, end)}]`;
    at = end;
  }
  return shown + text.slice(at);
}

function expectMarks(kind: IdentifierKind | null, lines: readonly string[]): void {
  for (const line of lines) {
    const bare = line.replace(/\[([^\]]*)\]/g, '$1');
    const expected = kind === null ? line : line.replace(/\[([^\]]*)\]/g, `[${kind} $1]`);
    expect(marked(bare)).toBe(expected);
  }
}

describe('markIdentifiers', () => {
  it('marks phone numbers in any digits and grouping', () =>
    expectMarks('PHONE', [
      'call me [012345678]',
      'call me [012 345 678] or [0961234567].',
      'tel [+855 12 345 678]',
      'tel [(855) 12-345-678]'.replace('(855)', '855'),
      'លេខទូរស័ព្ទ [០១២ ៣៤៥ ៦៧៨]',
      'លេខ [០១២៣៤៥៦៧៨]។',
      '[０１２３４５６７８]',
      'ហៅ [០៩៦-១២៣-៤៥៦៧] ណា',
      'my number is [0 1 2 3 4 5 6 7 8]',
      'his phone is [12 345 678]',
      'he is in Thailand [+66 81 234 5678]',
      'my number is [zero one two three four five six seven eight]',
      'លេខខ្ញុំ [សូន្យមួយពីរ បីបួនប្រាំ ប្រាំមួយប្រាំពីរប្រាំបី]',
      'ថ្នាក់ទី 7 [012 345 678]',
      'ទាក់ទង [០១២\u200B៣៤៥\u200B៦៧៨]',
    ]));

  it('marks identity numbers', () =>
    expectMarks('IDENTITY_NUMBER', [
      'my id card [180512345]',
      'អត្តសញ្ញាណប័ណ្ណលេខ [១៨០៥១២៣៤៥]',
      'passport [N01234567]',
      'account no [000 123 456 789]'.replace('000 ', '100 '),
      'code [1234 5678 9012 3456]',
      'សំបុត្រកំណើតលេខ [១២៣៤៥៦]',
      'the car [2AB-1234] follows me',
    ]));

  it('marks e-mail, links and accounts', () => {
    expectMarks('EMAIL', [
      'write to [dara.sok@gmail.com].',
      'អ៊ីមែល [sok_dara99@yahoo.com.kh]',
      '[dara99 at gmail dot com]',
    ]);
    expectMarks('LINK', [
      'see [https://t.me/sokdara?x=1]!',
      'look at [facebook.com/sok.dara.92] please',
      'my telegram [@sok_dara]',
      'fb: [Sok Dara]',
      'tiktok id [sreymom_09]',
      'ហ្វេសប៊ុកឈ្មោះ [សុខ ដារ៉ា]',
      '[www.example.org]',
    ]);
  });

  it('marks names of people', () =>
    expectMarks('NAME', [
      'Teacher [Sok] asks girls to stay alone after class.',
      'teacher [sok] hit me',
      'my name is [bopha] and I am 12',
      'Mr. [Chan Dara] is late',
      'uncle [Bora] drinks',
      'a boy named [Piseth] took it',
      'I am [Sreymom] from grade 7',
      '[Sok Dara] pushed me',
      'My friend [dara] was hit',
      'Mrs [Johnson] came',
      'he talked to [John Smith] yesterday',
      'គាត់ឈ្មោះ [ហុង ម៉េងលី]',
      'ពូសុខ'.replace('សុខ', '[សុខ]') + 'វាយខ្ញុំ',
      'លោកគ្រូ [សុខ] មកយឺត',
      'លោកគ្រូ [សុខ ដារ៉ា] វាយខ្ញុំ',
      'លោកគ្រូ[សុខា]វាយខ្ញុំ',
      'អ្នកគ្រូ [ស្រីមុំ] ល្អណាស់',
      'ខ្ញុំឈ្មោះ [សុភា] អាយុ ១២ ឆ្នាំ',
      'ខ្ញុំឈ្មោះ[វិសាល]រៀនថ្នាក់ទី៧',
      'ពូ [បូរ៉ា] ផឹកស្រា',
      'បង [ចាន់ ធី] រត់',
      'មេភូមិឈ្មោះ [ហេង លី] មិនជួយ',
      'លោកគ្រូ [Sok] វាយខ្ញុំ',
      'លោក [ធានី] ជាមេឃុំ',
      '[ដារ៉ា]យកសៀវភៅខ្ញុំ',
    ]));

  it('marks house and street numbers and coordinates', () =>
    expectMarks('ADDRESS', [
      'I live in [house no. 12] near the pagoda',
      'ផ្ទះខ្ញុំ[ផ្ទះលេខ ១២] ជិតវត្ត',
      'at [street 271]',
      'ខ្ញុំនៅ[ផ្លូវលេខ ២៧១]',
      'it is at [11.5564, 104.9282]',
    ]));

  it('leaves ages, years, dates, money, grades, places and help numbers alone', () =>
    expectMarks(null, [
      'I am 12 years old and in grade 7.',
      'ខ្ញុំអាយុ១២ឆ្នាំ រៀនថ្នាក់ទី៧។',
      'Call 1280, it is free. Police 117, ambulance 119, fire 118.',
      'សូមហៅទៅលេខ ១២៨០។ ប៉ូលិស ១១៧',
      'In 2026 the commune spent 6,000,000 riel.',
      'ឃុំបានដាក់ថវិកា ៦.០០០.០០០ រៀល ក្នុងផែនការឆ្នាំ២០២៧។',
      'It costs 1.200.000.000 riel or $250000.',
      'On 01-02-2026 and 2026-11-23 at 08:00-11:30.',
      'ថ្ងៃទី ០១.០២.២០២៦ ម៉ោង ៨',
      'There are 1,652 communes, 14,578 villages and 25 provinces.',
      'Between 10, 13, 14, 17, 18 and 24 of 2025, 2026, 2027',
      'The road number 5 and national road 6 are bad.',
      'ផ្លូវជាតិលេខ៥ ខូច',
      'My uncle touches me when my mother is at work.',
      'Our teacher often comes late or is absent.',
      'THE TEACHER HITS ME',
      'Teachers Day is on 5 October. Teacher training is needed.',
      'ពូរបស់ខ្ញុំស្ទាបខ្ញុំ',
      'គ្រូ មកយឺត ហើយលោកគ្រូ វាយសិស្ស',
      'លោកគ្រូវាយខ្ញុំ',
      'សាលាមិនទទួលចុះឈ្មោះឱ្យរៀនទេ។',
      'ប្អូនមិនចាំបាច់ប្រាប់ឈ្មោះទេ។',
      'ខ្ញុំពូកែលេងបាល់ តាមផ្លូវ',
      'នៅខែកញ្ញា ទឹកលិច',
      'បងប្អូនខ្ញុំមានសុខភាពល្អ',
      'He called the police. They call me names.',
      'My name is secret. The name of the school is not on the sign.',
      'I met him on facebook and he wrote to me.',
      'Our house has 5 rooms, 3 km from school, 1/2 hour.',
      'Help numbers: 1280 1294 117 115, years 2010 2011 2012 2013',
      'ខេត្តតាកែវ ខណ្ឌ Sen Sok ថ្ងៃអាទិត្យ សាលាមិត្តភាព',
      'Battambang, Siem Reap and Phnom Penh are far.',
      'ភូមិយើងមាន ៣៥០ គ្រួសារ',
    ]));

  it('marks no concern of the kind children raise', () => {
    expectMarks(null, [
      'ឪពុកម្តាយខ្ញុំទៅធ្វើការនៅប្រទេសថៃ ហើយខ្ញុំរស់នៅជាមួយជីដូន។',
      'ក្មេងស្រីអាយុ១៥ និង១៦ឆ្នាំក្នុងភូមិយើង ត្រូវគេឱ្យរៀបការ ហើយឈប់រៀន។',
      'គ្រូខ្លះសុំលុយសិស្សថ្លៃក្រដាស ឬថ្លៃរៀនបន្ថែម។',
      'Girls of 15 and 16 in our village are asked to marry and leave school.',
      'Someone made a fake account with a photo of my classmate to make fun of her.',
    ]);
  });

  it('gives, for any text, marks inside it, in order and apart', () => {
    const pieces = fc.constantFrom(
      'លោកគ្រូ',
      ' ',
      'សុខ',
      'ដារ៉ា',
      '012',
      '345',
      '678',
      '៩',
      'my name is ',
      'Sok',
      '@',
      '.com',
      'ផ្ទះលេខ',
      '\u200B',
      '\ud83d',
      'ឈ្មោះ',
      '-',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          let last = 0;
          for (const { start, end } of markIdentifiers(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads heaps of anything', () => {
    for (const one of [
      'a',
      '1',
      '1 ',
      'a.',
      '@',
      'a@',
      '0.',
      'one ',
      'Sok ',
      'លោក ',
      'ឈ្មោះ',
      'ដារ៉ា',
      'សុខ ',
      'http://',
      'fb ',
      '្',
      '#1',
      '-',
    ])
      markIdentifiers(one.repeat(20_000));
  });
});
