const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** Names that are hardly ever another word: marked wherever they stand. */
export const khmerGivenNames: readonly string[] = words(`
 ដារ៉ា សុខា សុភា សោភា សោភ័ណ្ឌ សុភ័ក្រ សុភ័ក្ត្រ ស្រីមុំ ស្រីនាង ស្រីពេជ្រ ស្រីពៅ ស្រីល័ក្ខ ស្រីលក្ខណ៍ ស្រីនិច ស្រីរ័ត្ន ស្រីណែត ស្រីអូន ស្រីម៉ៅ
 វណ្ណា វណ្ណៈ វណ្ណឌី វណ្ណនី បូរ៉ា បុប្ផា បូផា ចាន់ថា ចាន់ធូ ចាន់ណា ចាន់ដារ៉ា ចន្ថា ចន្ធី ចន្ទ្រា ចរិយា សុវណ្ណ សុវណ្ណា សុវណ្ណារ៉ា សុធារី សុធា សុធី
 ធារ៉ា ធារី ធីដា ធារិទ្ធ វិសាល វិរៈ វីរៈ វីរ៉ា វុធា រិទ្ធី រតនៈវិសាល រ័ត្នា រ័ត្ននៈ ពិសិដ្ឋ ពិសី ពិសៅ
 ភារុណ ភិរុណ ផល្លា ផាន់ណា ផានិត កញ្ញារី កុន្ធា គន្ធា គន្ធី លក្ខិណា លីណា លីហួរ លីម៉េង មាលា មាលី ម៉ាលី ម៉ាលិស
 មុន្នី ណារី ណារិទ្ធ ណាវី និតា នីតា សុម៉ាលី សុគន្ធា សុគន្ធ សុផាត សុផល សុផាន់ សុផាន្នី សោម៉ា សៀវម៉ី សេរីវឌ្ឍន៍ សីណា សីនួន
 សារ៉ាត់ សារឿន សាវុធ សុឃីម សុលីដា ទេវា ឌីណា ឌីណែត ឌាវី ដាវី ដាវីន ដេវីត អូលីវីយ៉ា យ៉ារី យ៉ូរ៉ា សុខលី សុខឡេង សុខហេង សុខុន សុខនី
 គឹមហេង គឹមលី គឹមសាន គឹមហុង គឹមឡេង ហេងលី ប៊ុនធឿន ប៊ុនណា ប៊ុនរិទ្ធ ប៊ុនហេង មុនីរ័ត្ន មុនីនាថ ចាន់ធី ចាន់រ៉ា         
`);

/** Family names and short names: other words too, so they count only after a title or beside another name. */
export const khmerFamilyNames: readonly string[] = words(`
  សុខ ចាន់ ចាន់ណា ចន្ទ ជា ជុំ ឈឹម ឈាង ហេង ហ៊ុន ហែម ហង់ ហុង អ៊ឹម កែវ ខៀវ ខឹម ឃឹម គឹម គង់ កុង ឡាយ ឡឹម លឹម ឡុង លី លាង ម៉ៅ ម៉ម ម៉ាម មាស មឿន ម៉ែន ងួន ង៉ែត ញឹម
  នួន ណុប អ៊ុំ អ៊ូច អ៊ុក ប៉ែន ផាន់ ប៉ិច ពេជ្រ ប្រាក់ ព្រំ រស់ រ័ត្ន សំ សៅ ស ស៊ន ស៊ា សា សេង ស៊ឹម ស៊ិន សោម សុន សួន តាន់ តាំង ទេព ថាច់ ធី ទិត្យ ទូច អឹង អ៊ុយ វ៉ាន់ វង្ស យឹម យិន យូ សាន់ សឿន ភួង ពៅ មុំ នាង ពុំ រិន រី
  ផល ផន ភា រ៉ា ណា លក្ខណ៍ មី ធូ ថា ណែត នី ឌី ឌីន ដា រុន សាំ សុភាព សុភាស ឈុន ឈាត ឆាយ ឆេង ឆន ប៊ុន បុន មេង ម៉េង ហួរ ហៀង ហាក់ ពិន សាត វុទ្ធ វុធ រដ្ឋ ឧត្តម បុរស់ តុលា មករា សីហា មីនា កក្កដា
  ភាព នារី មុនី រតនា ភក្តី វិបុល ឧត្តម ឧដុម សម្បត្តិ សំណាង រស្មី បុរី ចំរើន ចិន្តា វិជ្ជា រក្សា រាសី តុលា វិច្ឆិកា រចនា សំអាត ពុទ្ធា រំដួល កុសល រដ្ឋា សុវត្ថិ កុម្ភៈ បូទុម ទេវី ធីតា សុខុម ភារម្យ ភិរម្យ វាសនា ពុទ្ធី ភូមរា មករាន រតនៈ កល្យាណ និមល វុទ្ធី ពិសេស សុជាតា រិទ្ធ
`);

/** Khmer words that follow a title or "ឈ្មោះ" and begin no name. Longer ones first is not needed: each is tried. */
export const khmerNoNames: readonly string[] = words(`
  ថា គឺ របស់ ខ្ញុំ យើង គាត់ គេ វា នាង នេះ នោះ ម្នាក់ ពីរ បី ខ្លះ ៗ ទាំង ជា ជាមួយ នៅ ក្នុង លើ ក្រោម មុខ ក្រោយ ពី ទៅ មក បាន មាន មិន អត់ គ្មាន ដែល ដើម្បី ហើយ និង ឬ តែ ប៉ុន្តែ ព្រោះ បើ ពេល កាល កំពុង នឹង
  ត្រូវ ចង់ អាច ឱ្យ ឲ្យ អោយ យក ដាក់ ធ្វើ ប្រាប់ និយាយ ហៅ សុំ សួរ ឆ្លើយ រៀន បង្រៀន វាយ ទះ ធាក់ ទាត់ ស្ទាប ប៉ះ ចាប់ ចូល ចេញ ដើរ រត់ ជិះ បើក បិទ មើល ស្តាប់ ឮ ដឹង ស្គាល់ ស្រលាញ់ ស្អប់ ខ្លាច ខឹង ជេរ ស្រែក
  ឱប អោប ថើប ដេក គេង ញ៉ាំ ស៊ី ហូប ផឹក ស្រវឹង លក់ ទិញ ជួយ រំលោភ គំរាម បង្ខំ សម្លាប់ លួច ថត ផ្ញើ បង្ហាញ ចេះ តែង រាល់ គ្រប់ ណា អ្វី អី ម៉េច ទេ ទៀត ណាស់ ផង ដែរ ស្រី ប្រុស ចាស់ ក្មេង ធំ តូច ថ្មី ល្អ អាក្រក់ កាច
  សាលា ភូមិ ឃុំ ផ្ទះ ថ្នាក់ គណិត អង់គ្លេស ភាសា ខ្មែរ បឋម បង្វឹក ពេទ្យ បង្គោល បម្រើ មត្តេយ្យ វិទ្យាល័យ កីឡា ចៅ ឪពុក ម្តាយ បង ប្អូន ពូ មីង តា យាយ គ្រូ លោក អ្នក មិត្ត កូន សិស្ស កុមារ សង្ឃ អភិបាល នាយក ប្រធាន មេ ប៉ូលិស
  អាយុ រស់ ស្នាក់ ធ្លាប់ ពិត សំងាត់ សម្ងាត់ អ្នកណា នរណា គណនី ហ្វេសប៊ុក ជីដូន ចុង ធម៌ ក្មេក ថ្លៃ បង្កើត មា ឡើង ចុះ ឈ្មោះ ក៏ គឺ ដោយ ដល់ អំពី តាម ជាង ដូច រវាង ចំពោះ ចាំ រង់ ទុក បោះ ឈប់ ចាប់ផ្តើម បន្ត ពូកែ ខ្ជិល មកពី លេង រាំ ច្រៀង សើច យំ
  ឈឺ ស្លាប់ ងាប់ រវល់ ទំនេរ ចិត្ត ខិត ព្យាយាម គោរព ព្រម យល់ ខ្វះ ច្រើន តិច ម្តង ញឹក យឺត លឿន មិនដែល ចូលចិត្ត ត្រឡប់ ទទួល ឃើញ ឃ្លាន ខ្មាស អៀន ជាអ្នក ដ៏ នាំ រើស ទាញ អូស គប់ ឃាត់ ដេញ តាមដាន ណែនាំ ពន្យល់ រៀបចំ ផ្តល់ ត្រួត សរសេរ អាន
`);

/** Cambodian names in Latin letters that are no English word: marked wherever they stand, in capitals or not. */
export const latinGivenNames: ReadonlySet<string> = new Set(
  words(`
  dara sokha bopha sophea sopheap sreymom sreyneang sreypov sreyleak sreynich sreyroth sreyna sreypich sreymao sreylin chantha channary chanthy chanda chandara channa bora visal vanna vannak vannara
  rithy sambath sovann sovannara sothea sokun sokhom sokleng sokly sokheng sokchea sokny sokunthea piseth pisey pisethra ratha ratanak rattana rotha kosal kolap kunthea leakena leakhena lina makara malis maly
  mealea monika mony monyroth narith nary phalla phally phanna phearun pheakdey phirun ponleu puthea raksmey reaksmey romdoul sarath saroeun savuth savoeun seyha sinat sinath sitha sopha sophal sophan
  sophat sophana sophorn sophy sotheary sovan sovanna sunnary theara theary thida thyda tevy vibol vichea vireak virak vuthy veasna davy davin kanha kalyan neary roza menghour kimheng kimsan kimhong kimly
  lyhour lymeng lyheng chenda chivorn bunthoeun bunna bunrith bunheng chakriya daravuth oudom udom rachana rachna sela serey sokhim sotha sovatha sreyka thavy vathana vatey chanthou chanra
  sreyoun sovannak tola panha panhavorn sokpheak sokchan dalin daly dany kakada meta menglong mengly muny ravy rany sarin sarun seyla sros srun thea theavy tithya vandy vanny
  `),
);

/** Names that are other words or syllables too: only after a title, after "name is", or beside another name. */
export const latinFamilyNames: ReadonlySet<string> = new Set(
  words(`
  sok chan chea chhim chum chhay heng hun im keo khem khieu kim kong lay lim long ly mao mam meas men mey nget nguon nhem nuon oum ouk pen phan pich prak prom ros sam sao sar seng sim sin so som sorn suon tan tep
  thach thy tith touch ung uy van vong yim yin you hem hang ngin ngoun pov roeun rath srey sen ravi navy sina pich leng mong ratha thy lin chann chenda hok hour hak hy kheng khun kun mom nang neang nith nop nou nov oeun
  phal phea phon pisal por rin run rom saly borey botum seila nimol samnang saroth savy sem seth soth sophon sun tha thai thon thorn tim tola vann veng vuth yan yon yorn sros borin john david peter mary james sarah anna paul daniel
  `),
);

/** Capitalised words that follow a title and begin no name. */
export const latinNoNames: ReadonlySet<string> = new Set(
  words(`
  i he she they we you it the a an and but or if when who what where why how is was are were has have had does did do not no never always often says said hits hit beats beat asks asked tells told gives gave makes made
  comes came goes went wants wanted touches touched in on at from of to for with my our your his her their this that these those monday tuesday wednesday thursday friday saturday sunday january february march april may june
  july august september october november december khmer english french chinese thai math maths science history physics chemistry biology cambodia school primary secondary high day days training college centre center association house
  home please can could will would should because so then there here today yesterday tomorrow good bad new old also only even just phnom siem battambang kampong village commune district province facebook telegram tiktok
  absent late kind nice strict angry teaches taught speaks spoke uses used needs need help number one two three
  `),
);
