import { graphql } from '../generated/gql.ts';

export const PlaceByCode = graphql(`
  query PlaceByCode($code: String!) {
    place(code: $code) {
      code
      type
      level
      nameKm
      nameEn
      validTo
      path {
        code
        type
        nameKm
        nameEn
      }
      replacedBy {
        code
        type
        nameKm
        nameEn
      }
    }
  }
`);

export const PlacesUnder = graphql(`
  query PlacesUnder($parentCode: String, $after: String) {
    places(parentCode: $parentCode, first: 50, after: $after) {
      nodes {
        code
        type
        level
        nameKm
        nameEn
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const SearchPlaces = graphql(`
  query SearchPlaces($text: String!, $level: Level) {
    searchPlaces(text: $text, level: $level, first: 8) {
      nodes {
        code
        type
        level
        nameKm
        nameEn
        path {
          code
          type
          nameKm
          nameEn
        }
      }
    }
  }
`);
