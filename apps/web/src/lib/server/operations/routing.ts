import { graphql } from '../generated/gql.ts';

export const RuleShown = graphql(`
  fragment RuleShown on RoutingRule {
    id
    category
    topic
    level
    officeKind
    isUsual
    place {
      code
      type
      nameKm
      nameEn
    }
  }
`);

export const RoutingRules = graphql(`
  query RoutingRules($category: Category, $after: String) {
    routingRules(category: $category, first: 50, after: $after) {
      nodes {
        ...RuleShown
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const SetRoutingRule = graphql(`
  mutation SetRoutingRule($input: SetRoutingRuleInput!) {
    setRoutingRule(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const RemoveRoutingRule = graphql(`
  mutation RemoveRoutingRule($ruleId: ID!) {
    removeRoutingRule(input: { ruleId: $ruleId }) {
      problems {
        code
        field
      }
    }
  }
`);

export const TryRoute = graphql(`
  query TryRoute($input: RouteTrialInput!) {
    routeTrial(input: $input) {
      office {
        ...OfficeShown
      }
      steps {
        code
        officeKind
        office {
          id
          nameKm
          nameEn
        }
        rule {
          ...RuleShown
        }
      }
      problems {
        code
        field
      }
    }
  }
`);
