/** A square of the map: the code of a province, and which column from the west and row from the north it stands in. */
export interface Tile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

// From the north to the south, each row from the west to the east. Neighbours stay neighbours as far as squares allow;
// no boundary data is needed, and a small province is seen as well as a large one.
const rows: readonly (readonly (string | null)[])[] = [
  [null, '22', '13', '19', '16'], // Oddar Meanchey, Preah Vihear, Stung Treng, Ratanakiri
  ['01', '17', '06', '10', '11'], // Banteay Meanchey, Siem Reap, Kampong Thom, Kratie, Mondulkiri
  ['24', '02', '04', '03', '25'], // Pailin, Battambang, Kampong Chhnang, Kampong Cham, Tboung Khmum
  ['09', '15', '12', '08', '14'], // Koh Kong, Pursat, Phnom Penh, Kandal, Prey Veng
  ['18', '05', '21', null, '20'], // Preah Sihanouk, Kampong Speu, Takeo, Svay Rieng
  [null, '07', '23'], // Kampot, Kep
];

/** The squares of the 25 provinces, in the order in which they are read. */
export const provinceTiles: readonly Tile[] = rows.flatMap((codes, row) =>
  codes.flatMap((code, column) => (code === null ? [] : [{ code, column: column + 1, row: row + 1 }])),
);
