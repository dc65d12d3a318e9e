import ForgeReconciler, { Stack } from '@forge/react';
import { BridgeSection } from './bridge-section';
import { ChartsSection } from './charts-section';
import { DataSection } from './data-section';
import { FieldsSection } from './fields-section';
import { FilesSection } from './files-section';
import { FormSample } from './form-section';
import { LayersSection } from './layers-section';
import { LayoutSection } from './layout-section';
import { MessagesSection } from './messages-section';
import { NavigationSection } from './navigation-section';
import { PeopleSection } from './people-section';
import { TableSection } from './table-section';
import { TextSection } from './text-section';

/** Every UI Kit component once: the fixture by which the renderer is proved. */
function Gallery() {
  return (
    <Stack space="space.400">
      <TextSection />
      <LayoutSection />
      <DataSection />
      <TableSection />
      <PeopleSection />
      <MessagesSection />
      <NavigationSection />
      <LayersSection />
      <FieldsSection />
      <FormSample />
      <FilesSection />
      <ChartsSection />
      <BridgeSection />
    </Stack>
  );
}

ForgeReconciler.render(<Gallery />);
