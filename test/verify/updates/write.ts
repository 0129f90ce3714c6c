import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { recordedVectors } from './record.ts';

// Run by hand after a story changed: node test/verify/updates/write.ts
await writeFile(path.resolve(import.meta.dirname, '../../vectors/updates.json'), await recordedVectors());
