import type { PlaceType } from '@samleng/vocabulary';

export type DemoPlace = {
  readonly code: string;
  readonly type: PlaceType;
  readonly km: string;
  readonly en: string;
};

/**
 * The four communes of the demo with the places above and below them, as the official list of the National Committee
 * for Sub-National Democratic Development names them. Parents stand before their children.
 */
export const demoPlaces: readonly DemoPlace[] = [
  { code: '02', type: 'PROVINCE', km: 'បាត់ដំបង', en: 'Battambang' },
  { code: '14', type: 'PROVINCE', km: 'ព្រៃវែង', en: 'Prey Veng' },
  { code: '16', type: 'PROVINCE', km: 'រតនគិរី', en: 'Ratanakiri' },
  { code: '17', type: 'PROVINCE', km: 'សៀមរាប', en: 'Siem Reap' },
  { code: '0208', type: 'DISTRICT', km: 'សង្កែ', en: 'Sangkae' },
  { code: '1409', type: 'DISTRICT', km: 'ព្រះស្ដេច', en: 'Preah Sdach' },
  { code: '1607', type: 'DISTRICT', km: 'អូរយ៉ាដាវ', en: 'Ou Ya Dav' },
  { code: '1707', type: 'DISTRICT', km: 'ពួក', en: 'Puok' },
  { code: '020808', type: 'COMMUNE', km: 'អូរដំបង ១', en: 'Ou Dambang Muoy' },
  { code: '140907', type: 'COMMUNE', km: 'ល្វា', en: 'Lvea' },
  { code: '160702', type: 'COMMUNE', km: 'លំជ័រ', en: 'Lum Choar' },
  { code: '170704', type: 'COMMUNE', km: 'កែវពណ៌', en: 'Kaev Poar' },
  { code: '02080801', type: 'VILLAGE', km: 'វត្ដតាមិម', en: 'Vaot Ta Muem' },
  { code: '02080802', type: 'VILLAGE', km: 'បោះពោធិ៍', en: 'Baoh Pou' },
  { code: '02080803', type: 'VILLAGE', km: 'អូរខ្ជាយ', en: 'Ou Khcheay' },
  { code: '02080804', type: 'VILLAGE', km: 'អូរស្រឡៅ', en: 'Ou Sralau' },
  { code: '02080805', type: 'VILLAGE', km: 'វត្ដចែង', en: 'Voat Chaeng' },
  { code: '02080806', type: 'VILLAGE', km: 'សំរោងកោង', en: 'Samraong Kaong' },
  { code: '14090701', type: 'VILLAGE', km: 'សំរោង', en: 'Samraong' },
  { code: '14090702', type: 'VILLAGE', km: 'ត្នោតច្រុះ', en: 'Tnaot Chroh' },
  { code: '14090703', type: 'VILLAGE', km: 'ពានី', en: 'Peani' },
  { code: '14090704', type: 'VILLAGE', km: 'ធំ', en: 'Thum' },
  { code: '14090705', type: 'VILLAGE', km: 'បឹងស្នោរ', en: 'Boeng Snaor' },
  { code: '14090706', type: 'VILLAGE', km: 'ល្វា', en: 'Lvea' },
  { code: '14090707', type: 'VILLAGE', km: 'ស្វាយក្ដៀប', en: 'Svay Kdieb' },
  { code: '14090708', type: 'VILLAGE', km: 'ព្រៃក្ដួច', en: 'Prey Kduoch' },
  { code: '14090709', type: 'VILLAGE', km: 'កំពង់ថ្នល់', en: 'Kampong Thnal' },
  { code: '14090710', type: 'VILLAGE', km: 'តាគោក', en: 'Ta Kouk' },
  { code: '14090711', type: 'VILLAGE', km: 'ព្រំខ្សាច់', en: 'Prum Khsach' },
  { code: '16070201', type: 'VILLAGE', km: 'ឡែ', en: 'Le' },
  { code: '16070202', type: 'VILLAGE', km: 'កាទេ', en: 'Ka Te' },
  { code: '16070203', type: 'VILLAGE', km: 'ត្រាង', en: 'Trang' },
  { code: '16070204', type: 'VILLAGE', km: 'អ៊ុន', en: 'Un' },
  { code: '17070401', type: 'VILLAGE', km: 'កំភេម', en: 'Kamphem' },
  { code: '17070402', type: 'VILLAGE', km: 'ព្រៃដង្ហើម', en: 'Prey Danghaeum' },
  { code: '17070403', type: 'VILLAGE', km: 'ថ្មី', en: 'Thmei' },
  { code: '17070404', type: 'VILLAGE', km: 'រកាយា', en: 'Roka Yea' },
  { code: '17070405', type: 'VILLAGE', km: 'គោកឫស្សី', en: 'Kouk Ruessei' },
  { code: '17070406', type: 'VILLAGE', km: 'គោកពោធិ', en: 'Kouk Pou' },
  { code: '17070407', type: 'VILLAGE', km: 'ស្វាយចេក', en: 'Svay Chek' },
  { code: '17070408', type: 'VILLAGE', km: 'ពាមតាអួរ', en: 'Peam Ta Uor' },
];
