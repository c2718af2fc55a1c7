// `npm run base-images`: what the compose world's images are built from, also where no registry can be reached.
import { makeBaseImages } from './engine/base-images.ts';

for (const { name, how } of await makeBaseImages()) process.stdout.write(`${name}: ${how}\n`);
