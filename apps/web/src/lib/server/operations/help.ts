import { graphql } from '../generated/gql.ts';

export const HelpNumbers = graphql(`
  query HelpNumbers($placeCode: String) {
    helpNumbers(placeCode: $placeCode) {
      id
      number
      nameKm
      nameEn
      noteKm
      noteEn
      isFree
      takesSms
      hours
      checkedOn
      place {
        code
        type
        nameKm
        nameEn
      }
    }
  }
`);
