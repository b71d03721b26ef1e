import { readConfig } from '../../services/config.js';
import { createPlaces } from '../../services/places/create-places.js';
import { answerMatchRequest, matchRequestSchema } from '../../services/therapists/match-request.js';
import { answerJsonLines } from '../json-lines.js';
import { openDirectory, openDirectoryFile } from '../open-directory.js';

/** Therapists for places and wishes, from the configured directory or a file of its own. */
export async function match({ directory: file }: { directory?: string }): Promise<boolean> {
  const config = readConfig();
  const directory = await (file ? openDirectoryFile(file, config) : openDirectory(config));
  await directory.size();
  const places = createPlaces();
  return answerJsonLines(matchRequestSchema, (request) => answerMatchRequest(request, { directory, places }));
}
