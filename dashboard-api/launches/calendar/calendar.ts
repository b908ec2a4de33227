import { dayOf, hasTime } from '../../../domain/launches/dates.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import { component, property, textProperty } from './content-lines.ts';

/** What a calendar is made of. */
export interface CalendarContent {
  source: LaunchSource;
  /** Launches still to come whose day is known, in the order of their events. */
  launches: readonly Launch[];
  /** How many more are still to come whose day is not known yet: a calendar has no place for them. */
  withoutDay: number;
}

const CREDITS: Readonly<Record<LaunchSource, string>> = {
  'launch-library': 'Launch Library 2 by The Space Devs',
  spacex: 'r/SpaceX API v5',
};

const withoutMarks = (iso: string): string => iso.replace(/[-:]|\.\d+/g, '');

/** `20220617T160900Z` */
const dateTime = (name: string, instant: string): string => property(name, withoutMarks(instant));

/** A day known without its time is a whole day of the calendar, in UTC as everywhere. */
const start = ({ launch_date, launch_date_precision }: Launch): string =>
  hasTime(launch_date_precision)
    ? dateTime('DTSTART', launch_date)
    : property('DTSTART;VALUE=DATE', withoutMarks(dayOf(launch_date)));

/**
 * One launch. The id stays its own when its date moves: SEQUENCE counts the moves on record, and DTSTAMP is when
 * the record last changed, so that equal data makes equal calendars.
 */
const event = (launch: Launch): string =>
  component('VEVENT', [
    textProperty('UID', `${launch.id}@${launch.source}.spacex-dashboard`),
    dateTime('DTSTAMP', launch.ingested_at),
    property('SEQUENCE', launch.previous_dates.length),
    start(launch),
    textProperty('SUMMARY', `${launch.mission_name} (${launch.rocket_name})`),
    textProperty('LOCATION', launch.launchpad_name),
    ...(launch.details === null ? [] : [textProperty('DESCRIPTION', launch.details)]),
    property('TRANSP', 'TRANSPARENT'),
  ]);

/** A calendar must hold a component: without an event it is the time zone all of them are in. */
const UTC = component('VTIMEZONE', [
  property('TZID', 'Etc/UTC'),
  component('STANDARD', [
    property('DTSTART', '19700101T000000'),
    property('TZOFFSETFROM', '+0000'),
    property('TZOFFSETTO', '+0000'),
  ]),
]);

const description = ({ source, withoutDay }: CalendarContent): string => {
  const more = withoutDay === 0 ? '' : ` Without a day yet, so not in here: ${withoutDay}.`;
  return `Launches still to come whose day is known.${more} Source: ${CREDITS[source]}.`;
};

/** An iCalendar object (RFC 5545, with the name, description and refresh interval of RFC 7986). */
export const calendarOf = (content: CalendarContent): string => {
  const events = content.launches.map(event);
  return component('VCALENDAR', [
    property('VERSION', '2.0'),
    property('PRODID', '-//spacex-dashboard//Launches//EN'),
    property('CALSCALE', 'GREGORIAN'),
    textProperty('NAME', 'SpaceX launches'),
    textProperty('X-WR-CALNAME', 'SpaceX launches'),
    textProperty('DESCRIPTION', description(content)),
    property('REFRESH-INTERVAL;VALUE=DURATION', 'PT6H'),
    property('X-LAUNCHES-WITHOUT-DAY', content.withoutDay),
    ...(events.length === 0 ? [UTC] : events),
  ]);
};
