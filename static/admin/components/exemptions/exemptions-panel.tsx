import { Button, ModalTransition, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { ExemptionList, ExemptionRow } from '../../../../src/contract/exemption-replies';
import { useSession } from '../../hooks/session-context';
import { useResolver } from '../../hooks/use-resolver';
import { DataTable } from '../data-table';
import { Panel } from '../panel';
import { Sentence } from '../rich-text';
import { Remote } from '../states';
import { AskExemptionModal } from './ask-exemption-modal';
import { EndExemptionModal } from './end-exemption-modal';
import { CoversCell, StateCell, WayCell, WhyCell } from './exemption-cells';

const COLUMNS = [
  { key: 'covers', title: 'Covers', width: 20 },
  { key: 'state', title: 'State', width: 18 },
  { key: 'owner', title: 'Owner', width: 14 },
  { key: 'why', title: 'Reason', width: 20 },
  { key: 'way', title: 'Asked and approved', width: 20 },
  { key: 'actions', title: 'Actions', width: 8 },
];

/** Standing rules that leave seats alone until a day: who asked for each, and who else approved. */
export function ExemptionsPanel() {
  const { roles } = useSession();
  const exemptions = useResolver('list-exemptions', {});
  const [asking, setAsking] = useState(false);
  return (
    <Panel
      title="Exemptions"
      description="Each leaves seats alone until its day; then it ends by itself and they are judged like others. Somebody else approves it on the Approvals page. It counts from the next scan."
      actions={
        roles.reviewer ? <Button onClick={() => setAsking(true)}>Ask for an exemption</Button> : undefined
      }
    >
      <Remote state={exemptions} what="the exemptions">
        {(list) => (
          <Stack>
            <ExemptionTable list={list} onList={exemptions.put} />
            <ModalTransition>
              {asking ? (
                <AskExemptionModal
                  groups={list.groups}
                  onClose={() => setAsking(false)}
                  onAsked={exemptions.put}
                />
              ) : null}
            </ModalTransition>
          </Stack>
        )}
      </Remote>
    </Panel>
  );
}

interface ExemptionTableProps {
  readonly list: ExemptionList;
  readonly onList: (list: ExemptionList) => void;
}

function ExemptionTable({ list, onList }: ExemptionTableProps) {
  const { now, roles } = useSession();
  const [ending, setEnding] = useState<ExemptionRow | null>(null);
  return (
    <Stack>
      <DataTable
        label="Exemptions"
        columns={COLUMNS}
        empty="No exemption. Every seat is judged by the policy."
        rows={list.rows.map((row) => ({
          key: row.exemptionId,
          cells: [
            <CoversCell key="covers" row={row} />,
            <StateCell key="state" row={row} now={now} />,
            <Sentence key="owner" text={row.owner} />,
            <WhyCell key="why" row={row} />,
            <WayCell key="way" row={row} />,
            roles.siteAdmin && ['waiting', 'in-force'].includes(row.state) ? (
              <Button key="actions" spacing="compact" appearance="subtle" onClick={() => setEnding(row)}>
                End
              </Button>
            ) : (
              ''
            ),
          ],
        }))}
      />
      <ModalTransition>
        {ending === null ? null : (
          <EndExemptionModal row={ending} onClose={() => setEnding(null)} onEnded={onList} />
        )}
      </ModalTransition>
    </Stack>
  );
}
