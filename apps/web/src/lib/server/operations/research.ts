import { graphql } from '../generated/gql.ts';

export const TopicInList = graphql(`
  fragment TopicInList on ResearchTopic {
    id
    category
    titleKm
    titleEn
    question
    method
    isSensitive
    stage
    place {
      code
      type
      nameKm
      nameEn
    }
  }
`);

export const AskedOfOffice = graphql(`
  fragment AskedOfOffice on Recommendation {
    id
    textKm
    textEn
    decision
    answer
    answeredOn
    verdict
    followedUpOn
    office {
      id
      nameKm
      nameEn
    }
  }
`);

export const TopicsOfPlace = graphql(`
  query TopicsOfPlace($placeCode: String!, $after: String) {
    researchTopics(filter: { placeCode: $placeCode }, first: 20, after: $after) {
      nodes {
        ...TopicInList
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const OneTopic = graphql(`
  query OneTopic($id: ID!) {
    researchTopic(id: $id) {
      ...TopicInList
      clubId
      teamGirls
      teamBoys
      teamAdults
      ethics
      isEthicsApproved
      people
      presentedOn
      meetingId
      form {
        name
        rows
      }
      findings {
        id
        textKm
        textEn
        base
      }
      recommendations {
        ...AskedOfOffice
      }
      viewerCan {
        keep
        approveEthics
      }
    }
  }
`);

export const FormOfTopic = graphql(`
  query FormOfTopic($id: ID!) {
    researchTopic(id: $id) {
      ...TopicInList
      people
      form {
        name
        rows
      }
      viewerCan {
        keep
      }
    }
  }
`);

export const FormFileOfTopic = graphql(`
  query FormFileOfTopic($id: ID!) {
    researchTopic(id: $id) {
      id
      formFile
    }
  }
`);

export const CountsOfTopic = graphql(`
  query CountsOfTopic($id: ID!, $row: String!, $column: String!) {
    researchTopic(id: $id) {
      ...TopicInList
      people
      form {
        name
        rows
      }
      analysis {
        name
        base
        sum
        median
        choices {
          name
          count
        }
      }
      crossTable(row: $row, column: $column) {
        base
        columns
        rows {
          name
          counts
        }
      }
      codes {
        id
        question
        nameKm
        nameEn
        count
      }
      viewerCan {
        keep
      }
    }
  }
`);

export const WordsOfTopic = graphql(`
  query WordsOfTopic($id: ID!, $question: String!, $after: ID) {
    researchTopic(id: $id) {
      ...TopicInList
      form {
        name
        rows
      }
      codes {
        id
        question
        nameKm
        nameEn
        count
      }
      openAnswers(question: $question, after: $after) {
        sheetId
        text
        codeIds
      }
      viewerCan {
        keep
      }
    }
  }
`);

export const MeetingsForTopic = graphql(`
  query MeetingsForTopic($placeCode: String!, $to: Date!) {
    meetings(filter: { placeCode: $placeCode, to: $to, state: HELD }, first: 20) {
      nodes {
        ...MeetingInList
      }
    }
  }
`);

export const FindingsOfPlace = graphql(`
  query FindingsOfPlace($placeCode: String!) {
    place(code: $placeCode) {
      code
      type
      nameKm
      nameEn
    }
    researchTopics(filter: { placeCode: $placeCode }, first: 20) {
      nodes {
        ...TopicInList
        presentedOn
        findings {
          id
          textKm
          textEn
          base
        }
      }
    }
  }
`);

export const AskedOfOffices = graphql(`
  query AskedOfOffices($placeCode: String!) {
    researchTopics(filter: { placeCode: $placeCode }, first: 20) {
      nodes {
        ...TopicInList
        presentedOn
        findings {
          id
          textKm
          textEn
          base
        }
        recommendations {
          ...AskedOfOffice
        }
      }
    }
  }
`);

export const TopicsThatWait = graphql(`
  query TopicsThatWait {
    researchTopics(filter: { placeCode: "", stage: ETHICS }, first: 20) {
      nodes {
        ...TopicInList
        ethics
        isEthicsApproved
        teamGirls
        teamBoys
        teamAdults
        form {
          name
          rows
        }
        viewerCan {
          approveEthics
        }
      }
    }
  }
`);

export const PlanResearchTopic = graphql(`
  mutation PlanResearchTopic($input: PlanResearchTopicInput!) {
    planResearchTopic(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const MoveResearchTopic = graphql(`
  mutation MoveResearchTopic($input: MoveResearchTopicInput!) {
    moveResearchTopic(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const FillEthics = graphql(`
  mutation FillEthics($input: FillEthicsInput!) {
    fillEthics(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ApproveEthics = graphql(`
  mutation ApproveEthics($input: ApproveEthicsInput!) {
    approveEthics(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const ImportSurveyForm = graphql(`
  mutation ImportSurveyForm($input: ImportSurveyFormInput!) {
    importSurveyForm(input: $input) {
      dropped {
        sheet
        line
        what
        about
      }
      lines {
        sheet
        line
        code
        about
      }
      problems {
        code
        field
      }
    }
  }
`);

export const SaveSurveyForm = graphql(`
  mutation SaveSurveyForm($input: SaveSurveyFormInput!) {
    saveSurveyForm(input: $input) {
      lines {
        code
        about
      }
      problems {
        code
        field
      }
    }
  }
`);

export const RecordSurveyAnswers = graphql(`
  mutation RecordSurveyAnswers($input: RecordSurveyAnswersInput!) {
    recordSurveyAnswers(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const RecordTally = graphql(`
  mutation RecordTally($input: RecordTallyInput!) {
    recordTally(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AddAnswerCode = graphql(`
  mutation AddAnswerCode($input: AddAnswerCodeInput!) {
    addAnswerCode(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const TagAnswers = graphql(`
  mutation TagAnswers($input: TagAnswersInput!) {
    tagAnswers(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AddFinding = graphql(`
  mutation AddFinding($input: AddFindingInput!) {
    addFinding(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AddRecommendation = graphql(`
  mutation AddRecommendation($input: AddRecommendationInput!) {
    addRecommendation(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const PresentResearchTopic = graphql(`
  mutation PresentResearchTopic($input: PresentResearchTopicInput!) {
    presentResearchTopic(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const AnswerRecommendation = graphql(`
  mutation AnswerRecommendation($input: AnswerRecommendationInput!) {
    answerRecommendation(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);

export const FollowUpRecommendation = graphql(`
  mutation FollowUpRecommendation($input: FollowUpRecommendationInput!) {
    followUpRecommendation(input: $input) {
      problems {
        code
        field
      }
    }
  }
`);
