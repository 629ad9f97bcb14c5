import { graphql } from '../generated/gql.ts';

export const BudgetOfCommune = graphql(`
  query BudgetOfCommune($communeCode: String!) {
    communeBudget(communeCode: $communeCode) {
      communeCode
      place {
        code
        type
        nameKm
        nameEn
      }
      viewerCan {
        import
      }
      years {
        year
        source
        children
        figures {
          plannedRiel
          spentRiel
          socialRiel
          childrenRiel
          socialShare
          childrenShare
          rielPerChild
        }
        lines {
          code
          titleKm
          titleEn
          sector
          tag
          plannedRiel
          spentRiel
        }
      }
    }
  }
`);

export const ImportBudget = graphql(`
  mutation ImportBudget($input: ImportBudgetInput!) {
    importBudget(input: $input) {
      added
      lines {
        number
        cells
        problems {
          code
          field
        }
      }
      problems {
        code
        field
      }
    }
  }
`);
