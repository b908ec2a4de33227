import type { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { LaunchWriter } from '../../domain/launches/repository/launch-writer.ts';
import type { PendingMove } from '../../domain/launches/state.ts';
import type { Session } from './session.ts';

interface Table {
  reader: LaunchReader;
  writer: LaunchWriter;
}

/** True when the run that died had put the launch under its new date and not yet deleted the old one. */
const isHalfMade = async (
  reader: LaunchReader,
  { id, from, to }: PendingMove,
): Promise<boolean> => {
  const dates = (await reader.findById(id, { consistent: true })).map((item) => item.launch_date);
  return dates.includes(from) && dates.includes(to);
};

/**
 * Ends the moves of a run that died: where a launch is under both dates, the old one goes.
 * Where it is under one, the move was made or never begun, and this run's own reading settles it.
 */
export const endPendingMoves = async (
  session: Session,
  { reader, writer }: Table,
): Promise<void> => {
  const moves = session.pendingMoves;
  if (moves.length === 0) return;
  for (const move of moves) {
    session.noteChanged(move.from);
    session.noteChanged(move.to);
    if (await isHalfMade(reader, move)) {
      await writer.delete([{ id: move.id, launch_date: move.from }]);
    }
  }
  await session.clearPendingMoves();
};
