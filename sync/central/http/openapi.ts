import { type ApiFault, changesQuerySchema, columnsQuerySchema, outletsQuerySchema } from '#central-api';
import { answerSchemas, queryParameters, type SchemaName, schemaRef } from './openapi-schemas.ts';
import { about, faultWords, parameterWords } from './openapi-words.ts';

/** The document of the public API, OpenAPI 3.1, as `/api/v1/openapi.json` answers it. */
export const openApiDocument = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Mask stock of pharmacies and health stations',
    version: '1.0.0',
    description: about,
  },
  servers: [{ url: '/api/v1' }],
  tags: [
    { name: 'Outlets', description: 'Outlets as a person looks for them.' },
    { name: 'Country', description: 'All outlets at once, for maps and for programs without a line.' },
    { name: 'Changes', description: 'What changed since.' },
    { name: 'Rules', description: 'Who may buy when.' },
  ],
  paths: {
    '/outlets': get('findOutlets', 'Outlets', 'Find outlets', {
      answer: 'OutletsAnswer',
      parameters: queryParameters(outletsQuerySchema),
    }),
    '/outlets/{code}': get('readOutlet', 'Outlets', 'One outlet', {
      answer: 'OutletAnswer',
      parameters: [
        {
          ...{ name: 'code', in: 'path', required: true, description: parameterWords.code },
          schema: { type: 'string', pattern: '^\\d{6}[0-9A-Z]\\d{3}$' },
        },
      ],
      faults: ['unknown-outlet'],
    }),
    '/places': get('listPlaces', 'Outlets', 'Counties and towns, and how many outlets have masks', {
      answer: 'PlacesAnswer',
    }),
    '/positions': get('readPositions', 'Country', 'Codes and places of all outlets', {
      answer: 'Positions',
      parameters: queryParameters(columnsQuerySchema),
    }),
    '/directory': get('readDirectory', 'Country', 'Names and addresses of all outlets', {
      answer: 'Directory',
      parameters: queryParameters(columnsQuerySchema),
    }),
    '/details': get('readDetails', 'Country', 'Hours, notes and websites of all outlets', {
      answer: 'Details',
      parameters: queryParameters(columnsQuerySchema),
    }),
    '/stock': get('readStock', 'Country', 'Stock of all outlets', { answer: 'CountryStock' }),
    '/changes': get('readChanges', 'Changes', 'What changed since a cursor', {
      answer: 'ChangesAnswer',
      parameters: queryParameters(changesQuerySchema),
    }),
    '/events': { get: eventsOperation() },
    '/turns': get('readTurns', 'Rules', 'Whose turn it is, today and the next fourteen days', {
      answer: 'TurnsAnswer',
    }),
    '/openapi.json': get('readDocument', 'Rules', 'This document', { answer: null }),
  },
  components: {
    schemas: answerSchemas(),
    headers: {
      ETag: header('Of this answer, for `If-None-Match`.'),
      RateLimitPolicy: header(
        'How often one address may ask: `q` requests in `w` seconds. Absent behind a proxy.',
      ),
      RateLimit: header(
        '`r` requests are left, and all of them again after `t` seconds. Absent behind a proxy.',
      ),
      RetryAfter: header('Seconds to wait.'),
    },
  },
});

interface Said {
  readonly answer: SchemaName | null;
  readonly parameters?: readonly object[];
  readonly faults?: readonly ApiFault[];
}

const get = (operationId: string, tag: string, summary: string, said: Said) => ({
  get: {
    ...{ operationId, tags: [tag], summary, ...(said.parameters && { parameters: said.parameters }) },
    responses: responsesOf(said),
  },
});

function responsesOf({ answer, faults = [] }: Said) {
  const schema = answer === null ? { type: 'object' } : schemaRef(answer);
  return {
    '200': {
      description: 'The answer.',
      headers: { ETag: ref('ETag'), 'RateLimit-Policy': ref('RateLimitPolicy'), RateLimit: ref('RateLimit') },
      content: { 'application/json': { schema } },
    },
    '304': { description: 'It is still what you have.', headers: { ETag: ref('ETag') } },
    '400': faultResponse('bad-request'),
    ...(faults.includes('unknown-outlet') && { '404': faultResponse('unknown-outlet') }),
    '429': faultResponse('too-many-requests'),
    '500': faultResponse('broke'),
  };
}

const eventsOperation = () => ({
  operationId: 'followChanges',
  tags: ['Changes'],
  summary: 'What changes, as server-sent events',
  description:
    'Event `changes` carries a ChangesAnswer as JSON, and its id is the cursor. Event `quiet` carries a Quiet at least every 15 seconds: where nothing comes for longer, the line is broken. Connect again with the id of the last event; browsers do so by themselves. Whoever does not read is cut off.',
  parameters: [
    {
      ...{ name: 'Last-Event-ID', in: 'header', required: false, description: parameterWords.lastEventId },
      schema: { type: 'string', pattern: '^\\d{1,15}$' },
    },
  ],
  responses: {
    '200': { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    '400': faultResponse('bad-request'),
    '429': faultResponse('too-many-requests'),
    '503': faultResponse('busy'),
  },
});

const faultResponse = (fault: ApiFault) => ({
  description: faultWords[fault],
  ...(['too-many-requests', 'busy'].includes(fault) && { headers: { 'Retry-After': ref('RetryAfter') } }),
  content: { 'application/json': { schema: schemaRef('Fault') } },
});

const header = (description: string) => ({ description, schema: { type: 'string' } });
const ref = (name: string) => ({ $ref: `#/components/headers/${name}` });
