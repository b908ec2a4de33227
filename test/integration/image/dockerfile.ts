/** One line of a Dockerfile, continuation lines joined: `COPY`, its `--flags`, and the rest as it is written. */
export interface Instruction {
  keyword: string;
  flags: Readonly<Record<string, string>>;
  text: string;
}

/** A stage, from its FROM to the next. */
export interface Stage {
  /** What `AS` calls it; its number when nothing does. */
  name: string;
  /** The image or stage it starts from. */
  base: string;
  flags: Instruction['flags'];
  instructions: Instruction[];
}

const FLAG = /^--([\w-]+)=(\S+)\s*/;

const parseInstruction = (line: string): Instruction => {
  const [, keyword = '', rest = ''] = /^(\w+)\s+(.*)$/s.exec(line) ?? [];
  const flags: Record<string, string> = {};
  let text = rest.trim();
  for (let flag = FLAG.exec(text); flag !== null; flag = FLAG.exec(text)) {
    flags[flag[1] ?? ''] = flag[2] ?? '';
    text = text.slice(flag[0].length);
  }
  return { keyword: keyword.toUpperCase(), flags, text };
};

const logicalLines = (content: string): string[] =>
  content
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n');

/** @throws Error for a Dockerfile that does not begin with FROM */
export const parseDockerfile = (content: string): Stage[] => {
  const stages: Stage[] = [];
  for (const instruction of logicalLines(content).map(parseInstruction)) {
    const { keyword, flags, text } = instruction;
    if (keyword === 'FROM') {
      const [base = '', , name = String(stages.length)] = text.split(/\s+/);
      stages.push({ name, base, flags, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw new Error(`${keyword} stands before the first FROM`);
    stage.instructions.push(instruction);
  }
  return stages;
};

/** The command of an instruction in exec form: `["node", "main.js"]`. */
export const execForm = (text: string): [string, ...string[]] =>
  JSON.parse(text.replace(/^CMD\s+/, '')) as [string, ...string[]];

/** The variables of `ENV A=1 B=2`. */
export const variablesOf = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(/\s+/).map((pair) => pair.split('=', 2) as [string, string]));
