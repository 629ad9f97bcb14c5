import { type Category, categoryKeys } from '@samleng/vocabulary';

/** The drawings in pictures.svg, made for what children are asked about. */
export const drawings = [
  'water',
  'toilet',
  'soap',
  'school',
  'book',
  'preschool',
  'teacher',
  'road',
  'cross',
  'light',
  'bicycle',
  'bin',
  'tree',
  'play',
  'fan',
  'food',
  'home',
  'parent',
  'friend',
  'chief',
  'council',
  'listen',
  'shield',
  'phone',
  'staff',
  'medicine',
  'clock',
  'price',
  'money',
  'message',
  'picture',
  'mask',
  'bully',
  'nothing',
] as const;
export type Drawing = (typeof drawings)[number];

const moods = [1, 2, 3, 4, 5] as const;

/** What is drawn for the picture an option names. */
export type DrawnPicture =
  | { readonly kind: 'drawing'; readonly name: Drawing }
  | { readonly kind: 'category'; readonly name: Category }
  | { readonly kind: 'face'; readonly mood: (typeof moods)[number] };

/** Every name an option's picture can have: drawings, faces (`face-4`), then the pictures of the categories. */
export const pictureNames: readonly string[] = [
  ...drawings,
  ...moods.map((mood) => `face-${String(mood)}`),
  ...categoryKeys,
];

/** The picture of a name; null for a name we have no drawing for. */
export function pictureOf(name: string | null | undefined): DrawnPicture | null {
  const drawing = drawings.find((one) => one === name);
  if (drawing) return { kind: 'drawing', name: drawing };
  const mood = moods.find((one) => `face-${String(one)}` === name);
  if (mood) return { kind: 'face', mood };
  const category = categoryKeys.find((one) => one === name);
  return category ? { kind: 'category', name: category } : null;
}
