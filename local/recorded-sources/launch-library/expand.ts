import type { Document } from '../messages.ts';
import { readRecording } from '../recordings.ts';
import type { LaunchFacts, LaunchLibraryLaunch } from './launch.ts';
import { PRECISIONS, STATUSES } from './vocabulary.ts';

const BASE_URL = 'https://ll.thespacedevs.com/2.3.0';

interface Named {
  id: number;
  name: string;
}

interface Reference {
  service_provider: Named;
  rockets: (Named & { family: string })[];
  locations: (Named & { timezone_name: string })[];
  pads: (Named & { location: number; latitude: number; longitude: number })[];
  orbits: (Named & { abbrev: string })[];
}

const reference = readRecording<Reference>('launch-library-reference.json');

const find = <T>(kind: string, list: readonly T[], matches: (entry: T) => boolean): T => {
  const entry = list.find(matches);
  if (!entry) throw new RangeError(`${kind} is not in launch-library-reference.json`);
  return entry;
};

const named = <T extends Named>(kind: string, list: readonly T[], name: string): T =>
  find(`${kind} "${name}"`, list, (entry) => entry.name === name);

/** Records in the database that belong to one launch have a number of their own; this one follows its id. */
const numberOf = (id: string): number => Number.parseInt(id.slice(0, 6), 16);

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const expandRocket = ({ id, name, rocket }: LaunchFacts): Document => {
  const { id: configuration, family } = named('rocket', reference.rockets, rocket);
  const fullName = name.split(' | ')[0] ?? rocket;
  return {
    id: numberOf(id),
    configuration: {
      response_mode: 'list',
      id: configuration,
      url: `${BASE_URL}/launcher_configurations/${configuration}/`,
      name: rocket,
      full_name: fullName,
      variant: fullName.startsWith(rocket) ? fullName.slice(rocket.length).trim() : fullName,
      families: [{ response_mode: 'list', id: family === 'Falcon' ? 1 : 2, name: family }],
    },
    launcher_stage: [],
    spacecraft_stage: [],
    payloads: [],
  };
};

const expandOrbit = (name: string | null): Document | null => {
  if (name === null) return null;
  const { id, abbrev } = named('orbit', reference.orbits, name);
  return { id, name, abbrev, celestial_body: { response_mode: 'list', id: 1, name: 'Earth' } };
};

const expandMission = ({ id, name, mission_type: type, orbit }: LaunchFacts): Document | null => {
  if (type === null && orbit === null) return null;
  return {
    id: numberOf(id),
    name: name.split(' | ')[1] ?? name,
    type,
    description: null,
    image: null,
    orbit: expandOrbit(orbit),
    agencies: [],
    info_urls: [],
    vid_urls: [],
  };
};

const expandPad = (name: string): Document => {
  const { id, location: locationId, latitude, longitude } = named('pad', reference.pads, name);
  const location = find('location', reference.locations, (entry) => entry.id === locationId);
  return {
    id,
    url: `${BASE_URL}/pads/${id}/`,
    active: true,
    agencies: [],
    name,
    latitude,
    longitude,
    location: { response_mode: 'normal', url: `${BASE_URL}/locations/${locationId}/`, ...location },
  };
};

/**
 * Builds the document Launch Library 2.3.0 answers in detailed mode from recorded facts. `last_updated` is the
 * `net`: the recording knows no other time, and it must not change between two answers.
 * @throws RangeError for a rocket, pad or orbit that is not in the reference recording
 */
export const expandLaunch = (facts: LaunchFacts): LaunchLibraryLaunch => ({
  id: facts.id,
  url: `${BASE_URL}/launches/${facts.id}/`,
  name: facts.name,
  response_mode: 'detailed',
  slug: slugOf(facts.name),
  launch_designator: null,
  status: STATUSES[facts.status],
  last_updated: facts.net,
  net: facts.net,
  net_precision: PRECISIONS.second,
  window_start: facts.net,
  window_end: facts.net,
  image: null,
  infographic: null,
  probability: null,
  weather_concerns: null,
  failreason: '',
  hashtag: null,
  launch_service_provider: { response_mode: 'normal', ...reference.service_provider },
  rocket: expandRocket(facts),
  mission: expandMission(facts),
  pad: expandPad(facts.pad),
  webcast_live: false,
  program: [],
  orbital_launch_attempt_count: facts.orbital_launch_attempt_count,
  updates: [],
  info_urls: [],
  vid_urls: [],
  timeline: [],
  mission_patches: [],
});
