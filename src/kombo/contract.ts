/**
 * The API as the official SDK describes it. Types only: nothing of the SDK is in what is shipped. `…$Outbound` is the form
 * on the wire. tests/contract sends the same calls through the SDK itself and compares.
 */
export type {
  DeleteAtsCandidatesCandidateIdTagsRequestBody$Outbound as RemoveTagBody,
  GetAtsApplicationsPositiveResponseCandidate as ApplicantRecord,
  GetAtsApplicationsPositiveResponseResult as ApplicationRecord,
  GetAtsCandidatesPositiveResponseResult as CandidateRecord,
  GetAtsTagsPositiveResponseResult as TagRecord,
  GetAtsUsersPositiveResponseResult as UserRecord,
  GetCheckApiKeyPositiveResponseData as KeyRecord,
  GetIntegrationsIntegrationIdPositiveResponseData as IntegrationRecord,
  GetIntegrationsIntegrationIdPositiveResponseReadModel as ReadModelRecord,
  GetIntegrationsIntegrationIdPositiveResponseWriteAction as WriteActionRecord,
  PostAtsCandidatesCandidateIdTagsPositiveResponse as WrittenRecord,
  PostAtsCandidatesCandidateIdTagsRequestBody$Outbound as AddTagBody,
  PostForceSyncRequestBody$Outbound as ForceSyncBody,
} from "@kombo-api/sdk/models";
export type {
  GetAtsApplicationsRequest$Outbound as ApplicationsQuery,
  GetAtsCandidatesRequest$Outbound as CandidatesQuery,
  GetAtsTagsRequest$Outbound as TagsQuery,
  GetAtsUsersRequest$Outbound as UsersQuery,
} from "@kombo-api/sdk/models/operations";
