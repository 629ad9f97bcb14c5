/**
 * What children's concerns are about: each line one meaning, with its English words (any form: they are stemmed; two
 * words joined by `_` stand beside each other) and its Khmer words (found inside the running text). A text's meanings
 * are what it is compared by when no words agree, also across the two languages.
 *
 * The first figure says how much a meaning tells: 3 names the matter itself (toilet, bridge), 2 narrows it (girl,
 * broken, money), 1 stands in half of all concerns (school, village). Words are data: add them freely, the measured
 * test beside this file says whether suggestions got better.
 */
export const concepts: readonly (readonly [weight: number, english: string, khmer: string])[] = [
  // Places
  [1, 'school class classroom pupil student lesson study learn', 'សាលា សិស្ស ថ្នាក់ មេរៀន រៀនសូត្រ វិទ្យាល័យ'],
  [1, 'village commune community', 'ភូមិ ឃុំ សហគមន៍'],
  [1, 'child children kid young youth teenager', 'កុមារ ក្មេង យុវជន កូនៗ'],
  [2, 'house home stay_home', 'ផ្ទះ'],
  [2, 'market', 'ផ្សារ'],
  [2, 'shop store stall seller vendor', 'តូប ហាង អ្នកលក់'],
  [
    3,
    'health_centre health_center clinic hospital nurse doctor medicine midwife',
    'មណ្ឌលសុខភាព ពេទ្យ គ្រូពេទ្យ ថ្នាំពេទ្យ',
  ],
  [2, 'field ground court pitch', 'ទីលាន'],
  [3, 'library book read_book', 'បណ្ណាល័យ សៀវភៅ'],
  [3, 'preschool kindergarten nursery', 'មត្តេយ្យ'],
  [2, 'pagoda monk', 'វត្ត ព្រះសង្ឃ'],
  // Persons
  [2, 'teacher principal headteacher headmaster', 'គ្រូ នាយកសាលា'],
  [2, 'girl daughter female woman women', 'ស្រី'],
  [2, 'boy male', 'ប្រុស'],
  [2, 'parent mother father mum dad', 'ឪពុក ម្តាយ ម៉ែ ប៉ា'],
  [2, 'grandmother grandfather grandparent', 'ជីដូន ជីតា យាយ តា'],
  [2, 'poor poverty', 'ក្រីក្រ ក្រ'],
  [2, 'brother sister sibling', 'ប្អូន បងប្អូន'],
  [3, 'disability disabled wheelchair blind deaf ramp', 'ពិការ រទេះរុញ'],
  [3, 'minority indigenous ethnic mother_tongue language', 'ជនជាតិដើមភាគតិច ភាគតិច ភាសា'],
  [2, 'stranger unknown unknown_person', 'មិនស្គាល់ ជនចម្លែក'],
  [2, 'police', 'ប៉ូលិស នគរបាល'],
  [2, 'older bigger big_boy', 'ធំៗ បងៗ'],
  // Water and cleanliness
  [3, 'toilet latrine bathroom restroom wc', 'បង្គន់'],
  [3, 'wash hand handwash soap sink', 'លាងដៃ សាប៊ូ លាងសម្អាតដៃ'],
  [3, 'well pump borehole', 'អណ្តូង អណ្ដូង ស្នប់'],
  [2, 'water', 'ទឹក'],
  [3, 'drink_water drinking thirsty clean_water safe_water', 'ទឹកផឹក ស្រេកទឹក ទឹកស្អាត ផឹកទឹក'],
  [2, 'separate apart side_by_side shared together mixed', 'ដាច់ពីគ្នា ដាច់ដោយឡែក ជាប់គ្នា រួមគ្នា ផ្សេងគ្នា ញែក'],
  [2, 'clean dirty smell stink', 'សម្អាត កខ្វក់ ស្មោក ស្អុយ'],
  [3, 'drought dry dried', 'រាំងស្ងួត ប្រាំង រីងស្ងួត ស្ងួត'],
  [3, 'flood flooded flooding underwater inundate', 'ទឹកជំនន់ លិចទឹក លិច ជន់លិច'],
  [2, 'rain rainy', 'ភ្លៀង រដូវវស្សា'],
  [3, 'roof leak leaking ceiling', 'ដំបូល លេចទឹក លេច ពិដាន'],
  [3, 'pond lake swim drown river canal', 'ស្រះ បឹង លង់ទឹក ហែលទឹក'],
  [2, 'stream carry fetch bucket', 'អូរ ដងទឹក ដង'],
  [3, 'fence barrier rail wall', 'របង រនាំង'],
  [3, 'period menstruation pad menstrual', 'មករដូវ រដូវខែ សំឡីអនាម័យ'],
  [3, 'mosquito dengue malaria', 'មូស គ្រុនឈាម គ្រុនចាញ់'],
  // Roads
  [2, 'road street path way lane', 'ផ្លូវ'],
  [3, 'truck lorry car traffic vehicle', 'ឡាន រថយន្ត ចរាចរណ៍'],
  [3, 'fast speed speeding quickly bump', 'លឿន ល្បឿន'],
  [3, 'motorbike moto motorcycle scooter', 'ម៉ូតូ'],
  [3, 'helmet', 'មួក'],
  [3, 'bicycle bike', 'កង់'],
  [3, 'bridge plank', 'ស្ពាន'],
  [3, 'mud muddy slippery pothole hole', 'ភក់ ជ្រាំ ក្រហេងក្រហូង រអិល'],
  [3, 'light lamp dark night evening', 'ភ្លើង បំភ្លឺ ងងឹត យប់ ល្ងាច'],
  [2, 'broken break damaged repair fix fallen collapse', 'ខូច បាក់ ជួសជុល បែក រលំ'],
  [2, 'far distance away', 'ឆ្ងាយ'],
  [2, 'cross', 'ឆ្លង'],
  // School
  [3, 'absent late never_come miss_class skip not_come', 'អវត្តមាន មកយឺត មិនមកបង្រៀន មិនមក'],
  [3, 'money pay fee cost charge riel expensive price', 'លុយ ថ្លៃ បង់ប្រាក់ ប្រាក់ ចំណាយ បង់'],
  [2, 'extra tuition paper', 'បន្ថែម ក្រដាស រៀនគួរ'],
  [3, 'stop_school drop_out dropout leave_school quit', 'ឈប់រៀន បោះបង់ការសិក្សា ចោលរៀន'],
  [3, 'hungry hunger breakfast food meal eat empty_stomach', 'ឃ្លាន អាហារ បាយ ស៊ី'],
  [3, 'catch_up follow fall_behind understand cannot_read', 'តាមមិនទាន់ យល់ អានមិនចេញ'],
  [3, 'teased tease laugh mock fun joke', 'សើច ចំអក មើលងាយ'],
  [2, 'phone game online_game', 'ទូរស័ព្ទ ហ្គេម'],
  // Violence
  [3, 'hit beat slap punch stick whip hurt', 'វាយ ទះ ដំបង រំពាត់'],
  [3, 'bully bullying threaten', 'សម្លុត គំរាម ធ្វើបាប'],
  [3, 'shout yell scold insult swear bad_name rough roughly rude', 'ស្រែក ជេរ គម្រោះគម្រើយ អសុរោះ'],
  [3, 'fight knife gang', 'ប្រកាប់ ឈ្លោះ កាំបិត ក្មេងទំនើង'],
  [3, 'report tell_someone believe abuse', 'រាយការណ៍ ជឿ រំលោភបំពាន'],
  [2, 'afraid fear scared safe unsafe safety danger dangerous', 'ខ្លាច សុវត្ថិភាព គ្រោះថ្នាក់'],
  [3, 'stress stressed worry worried anxious sad future talk_to', 'តានតឹង បារម្ភ ព្រួយ កង្វល់ អនាគត'],
  // Alcohol, drugs, smoke
  [3, 'beer alcohol wine drunk drink_beer drinker drunkard', 'ស្រា ស្រាបៀរ ស្រវឹង'],
  [3, 'drug meth', 'គ្រឿងញៀន ថ្នាំញៀន'],
  [3, 'vape smoke_cigarette cigarette e_cigarette vaping tobacco', 'បារី'],
  [3, 'advertising advert give_prize banner poster', 'ផ្សាយពាណិជ្ជកម្ម រង្វាន់'],
  [2, 'sell sold buy', 'លក់ ទិញ'],
  [2, 'wedding ceremony party festival', 'ការងារ ពិធីការ ពិធី បុណ្យ មង្គលការ'],
  // Papers, work, marriage
  [3, 'birth_certificate birth certificate register registered registration', 'សំបុត្រកំណើត ចុះបញ្ជី'],
  [2, 'enrol enroll enrolment', 'ចុះឈ្មោះ'],
  [2, 'work job', 'ធ្វើការ'],
  [3, 'child_labour child_labor child_work earn earn_money', 'ពលកម្ម រកលុយ'],
  [3, 'cassava harvest farm plantation crop', 'ដំឡូង ប្រមូលផល ចម្ការ ស្រែ'],
  [3, 'brick kiln', 'ឥដ្ឋ'],
  [3, 'debt loan owe borrow bank', 'បំណុល ជំពាក់ ខ្ចី'],
  [3, 'beg lottery border', 'សុំទាន ឆ្នោត ព្រំដែន'],
  [3, 'scrap firewood collect', 'អេតចាយ អុស'],
  [3, 'marry marriage married wife husband', 'រៀបការ អាពាហ៍ពិពាហ៍ ប្តី'],
  [3, 'pregnant baby young_mother', 'មានផ្ទៃពោះ ទារក'],
  [3, 'thailand migrate abroad migration', 'ថៃ ចំណាកស្រុក ក្រៅស្រុក ក្រៅប្រទេស'],
  [3, 'orphanage residential', 'មណ្ឌលកុមារកំព្រា កំព្រា'],
  // Surroundings
  [3, 'rubbish garbage trash waste litter bin', 'សំរាម ធុងសំរាម'],
  [3, 'burn smoke cough fire', 'ដុត ផ្សែង ក្អក'],
  [2, 'plastic', 'ប្លាស្ទិក'],
  [3, 'tree shade forest', 'ដើមឈើ ព្រៃ ម្លប់'],
  [3, 'hot heat fan', 'ក្តៅ ក្ដៅ កង្ហារ'],
  [3, 'chemical pesticide poison', 'គីមី ថ្នាំពុល'],
  [3, 'storm wind shelter evacuate evacuation', 'ព្យុះ ជម្រក ជម្លៀស'],
  // Online
  [
    3,
    'message picture photo social_media facebook online internet',
    'សារ រូបភាព បណ្តាញសង្គម ហ្វេសប៊ុក អនឡាញ អ៊ីនធឺណិត',
  ],
  [3, 'trick cheat scam fake account', 'បោក ក្លែងក្លាយ គណនី ឆបោក'],
  // Being heard, play
  [3, 'meeting meet', 'ប្រជុំ'],
  [3, 'idea opinion suggestion listen heard answer result', 'យោបល់ មតិ លទ្ធផល ស្តាប់ ចម្លើយ'],
  [3, 'budget spend', 'ថវិកា'],
  [2, 'council official', 'ក្រុមប្រឹក្សា អាជ្ញាធរ'],
  [3, 'play playground sport football volleyball', 'លេង កីឡា បាល់'],
  [3, 'park parking', 'ចត'],
  [2, 'information know posted notice tell told inform', 'ដឹង ប្រាប់ ព័ត៌មាន ជូនដំណឹង'],
  [2, 'open hours closed close shut', 'បិទ បើកធ្វើការ ម៉ោងធ្វើការ'],
  [2, 'staff few enough not_enough lack shortage', 'បុគ្គលិក តិច មិនគ្រប់គ្រាន់ ខ្វះ'],
];

/** English words that say nothing of the matter. */
export const emptyWords: ReadonlySet<string> = new Set(
  `a an the and or but so if of to in on at by for from with without into near beside about as than then there here
   this that these those it its is are was were be been being am i we our us my me you your they them their he him his
   she her who what when where which how why do does did done have has had can cannot could will would should must may
   not no nor none nobody nothing never some any all many much more most other others every each few one two very too
   also just only even still again because want need like get got go come make made use let see please thing year day
   time month week always often sometimes people person every everywhere somebody someone up down out over`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
