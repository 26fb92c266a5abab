import { z } from 'zod';
import {
  apiFaultAnswerSchema,
  changesAnswerSchema,
  type changesQuerySchema,
  type columnsQuerySchema,
  countryStockSchema,
  detailsSchema,
  directorySchema,
  outletAnswerSchema,
  outletsAnswerSchema,
  type outletsQuerySchema,
  placesAnswerSchema,
  positionsSchema,
  publicOutletSchema,
  quietSchema,
  stockNowSchema,
  turnsAnswerSchema,
  turnsOfDaySchema,
} from '#central-api';
import { parameterWords, propertyWords, schemaWords } from './openapi-words.ts';

/** What the API answers with, by the name that the document gives it. */
const named = {
  OutletsAnswer: outletsAnswerSchema,
  OutletAnswer: outletAnswerSchema,
  PublicOutlet: publicOutletSchema,
  StockNow: stockNowSchema,
  PlacesAnswer: placesAnswerSchema,
  Positions: positionsSchema,
  Directory: directorySchema,
  Details: detailsSchema,
  CountryStock: countryStockSchema,
  ChangesAnswer: changesAnswerSchema,
  Quiet: quietSchema,
  TurnsAnswer: turnsAnswerSchema,
  TurnsOfDay: turnsOfDaySchema,
  Fault: apiFaultAnswerSchema,
} as const;
export type SchemaName = keyof typeof named;

type JsonSchema = Record<string, unknown>;

export const schemaRef = (name: SchemaName): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** `components.schemas`: made from the schemas that the program itself reads and types by. */
export function answerSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema as z.ZodType, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => withoutSafeBounds(jsonSchema as JsonSchema),
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [
      id,
      { description: schemaWords[id as SchemaName], ...(described(schema as JsonSchema) as JsonSchema) },
    ]),
  );
}

/** The parameters of a query, as OpenAPI lists them. */
export function queryParameters(
  schema: typeof outletsQuerySchema | typeof changesQuerySchema | typeof columnsQuerySchema,
): JsonSchema[] {
  const made = z.toJSONSchema(schema as z.ZodType, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => withoutSafeBounds(jsonSchema as JsonSchema),
  });
  const written = new Set(made.required ?? []);
  return Object.entries(made.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: written.has(name),
    description: parameterWords[name as keyof typeof parameterWords],
    schema: property,
  }));
}

/** Every integer is a safe one; that is no news. */
function withoutSafeBounds(schema: JsonSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

/** The same property means the same wherever it stands. */
function described(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(described);
  if (typeof schema !== 'object' || schema === null) return schema;
  const made = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, described(value)]));
  if (typeof made.properties !== 'object' || made.properties === null) return made;
  const properties = Object.entries(made.properties).map(([name, property]) => [
    name,
    { ...(property as JsonSchema), description: propertyWords[name as keyof typeof propertyWords] },
  ]);
  return { ...made, properties: Object.fromEntries(properties) };
}
