/**
 * Articles 1–42 of the Convention on the Rights of the Child: short titles in our own words, not the official
 * text. The Khmer titles are drafts for a native reviewer; where there is none yet the English stands in.
 */
export const rights = [
  { article: 1, titleEn: 'Who is a child (under 18)', titleKm: 'និយមន័យកុមារ', cluster: 'IMPLEMENTATION' },
  { article: 2, titleEn: 'No discrimination', titleKm: 'ការមិនរើសអើង', cluster: 'GENERAL_PRINCIPLES' },
  {
    article: 3,
    titleEn: 'Best interests of the child',
    titleKm: 'ឧត្តមប្រយោជន៍របស់កុមារ',
    cluster: 'GENERAL_PRINCIPLES',
  },
  {
    article: 4,
    titleEn: 'State must make rights real (laws, budget)',
    titleKm: null,
    cluster: 'IMPLEMENTATION',
  },
  { article: 5, titleEn: 'Family guidance as children grow', titleKm: null, cluster: 'FAMILY_CARE' },
  {
    article: 6,
    titleEn: 'Life, survival and development',
    titleKm: 'សិទ្ធិរស់រានមានជីវិត និងការអភិវឌ្ឍ',
    cluster: 'GENERAL_PRINCIPLES',
  },
  {
    article: 7,
    titleEn: 'Birth registration, name and nationality',
    titleKm: 'ការចុះបញ្ជីកំណើត ឈ្មោះ និងសញ្ជាតិ',
    cluster: 'CIVIL_RIGHTS',
  },
  { article: 8, titleEn: 'Identity', titleKm: 'អត្តសញ្ញាណ', cluster: 'CIVIL_RIGHTS' },
  { article: 9, titleEn: 'Keeping families together', titleKm: 'ការមិនបំបែកពីឪពុកម្តាយ', cluster: 'FAMILY_CARE' },
  { article: 10, titleEn: 'Contact with parents across countries', titleKm: null, cluster: 'FAMILY_CARE' },
  {
    article: 11,
    titleEn: 'Protection from being taken abroad unlawfully',
    titleKm: null,
    cluster: 'FAMILY_CARE',
  },
  {
    article: 12,
    titleEn: 'Being heard and taken seriously',
    titleKm: 'ការគោរពយោបល់របស់កុមារ',
    cluster: 'GENERAL_PRINCIPLES',
  },
  { article: 13, titleEn: 'Freedom of expression', titleKm: 'សេរីភាពបញ្ចេញមតិ', cluster: 'CIVIL_RIGHTS' },
  {
    article: 14,
    titleEn: 'Freedom of thought and religion',
    titleKm: 'សេរីភាពគំនិត និងសាសនា',
    cluster: 'CIVIL_RIGHTS',
  },
  {
    article: 15,
    titleEn: 'Meeting others and forming groups',
    titleKm: 'សេរីភាពក្នុងការបង្កើតសមាគម',
    cluster: 'CIVIL_RIGHTS',
  },
  { article: 16, titleEn: 'Privacy', titleKm: 'សិទ្ធិឯកជនភាព', cluster: 'CIVIL_RIGHTS' },
  {
    article: 17,
    titleEn: 'Access to information and media',
    titleKm: 'ការទទួលព័ត៌មាន',
    cluster: 'CIVIL_RIGHTS',
  },
  {
    article: 18,
    titleEn: "Parents' responsibilities and state help",
    titleKm: 'ការទទួលខុសត្រូវរបស់ឪពុកម្តាយ',
    cluster: 'FAMILY_CARE',
  },
  {
    article: 19,
    titleEn: 'Protection from violence, abuse and neglect',
    titleKm: 'ការការពារពីអំពើហិង្សា និងការរំលោភបំពាន',
    cluster: 'VIOLENCE',
  },
  {
    article: 20,
    titleEn: 'Care when children cannot live with their family',
    titleKm: 'ការថែទាំជំនួស',
    cluster: 'FAMILY_CARE',
  },
  { article: 21, titleEn: 'Adoption', titleKm: 'ការសុំកូនចិញ្ចឹម', cluster: 'FAMILY_CARE' },
  { article: 22, titleEn: 'Refugee children', titleKm: 'កុមារភៀសខ្លួន', cluster: 'SPECIAL_PROTECTION' },
  {
    article: 23,
    titleEn: 'Children with disabilities',
    titleKm: 'កុមារមានពិការភាព',
    cluster: 'HEALTH_WELFARE',
  },
  {
    article: 24,
    titleEn: 'Health, water, food and clean environment',
    titleKm: 'សុខភាព និងសេវាសុខភាព',
    cluster: 'HEALTH_WELFARE',
  },
  { article: 25, titleEn: 'Review of placement and treatment', titleKm: null, cluster: 'FAMILY_CARE' },
  { article: 26, titleEn: 'Social security', titleKm: 'សន្តិសុខសង្គម', cluster: 'HEALTH_WELFARE' },
  { article: 27, titleEn: 'Decent standard of living', titleKm: 'កម្រិតជីវភាព', cluster: 'HEALTH_WELFARE' },
  { article: 28, titleEn: 'Education', titleKm: 'ការអប់រំ', cluster: 'EDUCATION_CULTURE' },
  { article: 29, titleEn: 'Aims of education', titleKm: 'គោលបំណងនៃការអប់រំ', cluster: 'EDUCATION_CULTURE' },
  {
    article: 30,
    titleEn: 'Minority and indigenous culture, language and religion',
    titleKm: 'កុមារជនជាតិភាគតិច',
    cluster: 'EDUCATION_CULTURE',
  },
  {
    article: 31,
    titleEn: 'Rest, play, culture and arts',
    titleKm: 'ការសម្រាក ការលេងកម្សាន្ត និងវប្បធម៌',
    cluster: 'EDUCATION_CULTURE',
  },
  {
    article: 32,
    titleEn: 'Protection from child labour',
    titleKm: 'ការការពារពីពលកម្មកុមារ',
    cluster: 'SPECIAL_PROTECTION',
  },
  {
    article: 33,
    titleEn: 'Protection from drugs',
    titleKm: 'ការការពារពីគ្រឿងញៀន',
    cluster: 'SPECIAL_PROTECTION',
  },
  {
    article: 34,
    titleEn: 'Protection from sexual exploitation',
    titleKm: 'ការការពារពីការកេងប្រវ័ញ្ចផ្លូវភេទ',
    cluster: 'VIOLENCE',
  },
  {
    article: 35,
    titleEn: 'Protection from sale and trafficking',
    titleKm: 'ការការពារពីការលក់ និងការជួញដូរ',
    cluster: 'SPECIAL_PROTECTION',
  },
  {
    article: 36,
    titleEn: 'Protection from other exploitation',
    titleKm: 'ការការពារពីការកេងប្រវ័ញ្ចផ្សេងៗ',
    cluster: 'SPECIAL_PROTECTION',
  },
  { article: 37, titleEn: 'No torture or unlawful detention', titleKm: null, cluster: 'VIOLENCE' },
  { article: 38, titleEn: 'Protection in war', titleKm: null, cluster: 'SPECIAL_PROTECTION' },
  { article: 39, titleEn: 'Recovery and reintegration of victims', titleKm: null, cluster: 'VIOLENCE' },
  { article: 40, titleEn: 'Juvenile justice', titleKm: 'យុត្តិធម៌កុមារ', cluster: 'SPECIAL_PROTECTION' },
  { article: 41, titleEn: 'The better law applies', titleKm: null, cluster: 'IMPLEMENTATION' },
  {
    article: 42,
    titleEn: 'Everyone must know these rights',
    titleKm: 'ការផ្សព្វផ្សាយអនុសញ្ញា',
    cluster: 'IMPLEMENTATION',
  },
] as const;

export type Right = (typeof rights)[number];

/** The right with this article number, when there is one. */
export function rightOf(article: number): Right | undefined {
  return rights.find((right) => right.article === article);
}
