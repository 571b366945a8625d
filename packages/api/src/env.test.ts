import { expect, test } from 'vitest';
import { readEnv, WrongEnv } from './env.ts';

test.each([
  ['PORT', '80.5', 'must be a port, 0 to 65535.'],
  ['PROXIES', '-1.5', 'must be a number of proxies, 0 to 9.'],
  ['DRAIN_SECONDS', 'soon', 'must be a number of seconds, 0 to 10.'],
  ['ORIGIN', 'https://host/a-path', 'must look like https://ganwan.example.'],
  ['DATABASE_URL', 'postgres:a-password', 'must look like postgres://user:password@host:5432/ganwan, special signs in the password percent-encoded.'],
  ['REDIS_URL', 'localhost:6379', 'must look like redis://:password@host:6379/0, special signs in the password percent-encoded.'],
  ['REDIS_URL', 'redis://:a-password@host/news', 'must look like redis://:password@host:6379/0, special signs in the password percent-encoded.'],
  ['REDIS_URL', 'redis://:a-password%@host', 'must look like redis://:password@host:6379/0, special signs in the password percent-encoded.'],
  ['MEILI_URL', 'host:7700', 'must look like http://localhost:7700.'],
  ['FILES', 's3://key:a-password%@host/bucket', 'must be a folder, or look like s3://key:secret@host/bucket?region=us-east-1.'],
])('%s of %s is one sentence that does not repeat it', (name, value, sentence) => {
  const read = () => readEnv({ [name]: value });
  expect(read).toThrow(WrongEnv);
  expect(read).toThrow(new WrongEnv(`${name} ${sentence}`));
});

test('what is well said is taken', () => {
  expect(readEnv({ ORIGIN: 'https://ganwan.example/', REDIS_URL: 'rediss://user:a%2Fb@host:6380/2', MEILI_URL: 'http://search:7700/below', PORT: '', DATA_DIR: '/data' }))
    .toMatchObject({ ORIGIN: 'https://ganwan.example', REDIS_URL: 'rediss://user:a%2Fb@host:6380/2', MEILI_URL: 'http://search:7700/below', PORT: 3000 });
  for (const REDIS_URL of ['redis://host', 'redis://host/', 'redis://:secret@[::1]:6379/0']) expect(readEnv({ REDIS_URL }).REDIS_URL).toBe(REDIS_URL);
});
