import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';

// What the product is measured against: a function that does nothing but answer a Query, built as the product's functions are.
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const app = new Hono();

app.get('/api/v1/summits/:summit/sessions/:session', async (context) => {
  const answer = await documents.send(
    new QueryCommand({
      TableName: process.env.TABLE,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `SESSION#${context.req.param('summit')}#${context.req.param('session')}` },
    }),
  );
  return context.json(answer.Items);
});

export const handler = handle(app);
