import { graphql } from '../generated/gql.ts';

export const HolidaysOfYear = graphql(`
  query HolidaysOfYear($year: Int!) {
    holidays(year: $year) {
      day
      nameKm
      nameEn
      isConfirmed
    }
  }
`);

export const AddHoliday = graphql(`
  mutation AddHoliday($input: AddHolidayInput!) {
    addHoliday(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const RemoveHoliday = graphql(`
  mutation RemoveHoliday($day: Date!) {
    removeHoliday(input: { day: $day }) {
      problems {
        code
        field
      }
    }
  }
`);

export const SaveHelpNumber = graphql(`
  mutation SaveHelpNumber($input: SaveHelpNumberInput!) {
    saveHelpNumber(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const RetireHelpNumber = graphql(`
  mutation RetireHelpNumber($id: ID!) {
    retireHelpNumber(input: { id: $id }) {
      problems {
        code
        field
      }
    }
  }
`);

export const CategoriesNamed = graphql(`
  query CategoriesNamed {
    categories {
      key
      nameKm
      nameEn
      isSensitive
      firstOffice
      topics
      articles {
        article
      }
    }
  }
`);

export const NameCategory = graphql(`
  mutation NameCategory($input: NameCategoryInput!) {
    nameCategory(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);
