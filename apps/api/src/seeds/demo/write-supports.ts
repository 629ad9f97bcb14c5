import { demoWorld } from '@samleng/personas';
import { deviceKeyOf } from '../../features/accounts/index.ts';
import { markRankingDue, rankDueCommunes } from '../../features/issues/rank-commune.ts';
import type { Settings } from '../../config.ts';
import { demoId } from './demo-id.ts';
import type { DemoScene } from './demo-scene.ts';

/** Gives every issue of the demo the supports the script draws for it, and ranks the communes. */
export async function writeSupports(
  scene: DemoScene,
  settings: Settings,
  issueIds: ReadonlyMap<string, string>,
): Promise<void> {
  const em = scene.em();
  const supporters = new Map(demoWorld.supporters.map((supporter) => [supporter.key, supporter]));
  const rows = demoWorld.supports.flatMap(({ supporter: key, issue }) => {
    const issue_id = issueIds.get(issue);
    const supporter = supporters.get(key);
    if (issue_id === undefined || supporter === undefined) return [];
    return {
      issue_id,
      device_key: deviceKeyOf(demoId('device', key).replaceAll('-', ''), settings.DEVICE_KEY),
      age_band: supporter.ageBand,
      sex: supporter.sex,
      disability: supporter.disability,
      village_code: supporter.villageCode,
    };
  });
  for (let from = 0; from < rows.length; from += 500)
    await em.execute(
      `insert into supports (issue_id, device_key, age_band, sex, disability, village_code)
       select issue_id, device_key, age_band, sex, disability, village_code
         from jsonb_to_recordset(?::jsonb) as given (issue_id uuid, device_key text, age_band text, sex text,
              disability text, village_code text)
       on conflict do nothing`,
      [JSON.stringify(rows.slice(from, from + 500))],
    );
  await em.execute(
    `update issues set support_count = given.count from
      (select issue_id, count(*)::int as count from supports group by issue_id) given where given.issue_id = issues.id`,
  );
  for (const communeCode of new Set(demoWorld.issues.map((issue) => issue.communeCode)))
    await markRankingDue({ em, clock: scene.clock }, communeCode);
  await rankDueCommunes({ em, clock: scene.clock });
}
