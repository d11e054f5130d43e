// Hydrogen as its own app starts: all of its views, its router, its log-in and its service worker,
// without the parts for encryption: the lab's rooms are not encrypted.
import {
  createNavigation,
  createRouter,
  FeatureSet,
  Platform,
  RootViewModel,
} from 'hydrogen-view-sdk';

const platform = new Platform({
  container: document.body,
  assetPaths: { serviceWorker: 'sw.js' },
  configURL: 'config.json',
});
await platform.init();
const navigation = createNavigation();
platform.setNavigation(navigation);
const urlRouter = createRouter({ navigation, history: platform.history });
urlRouter.attach();
const features = await FeatureSet.load(platform.settingsStorage);
const root = new RootViewModel({ platform, urlRouter, navigation, features });
await root.load();
platform.createAndMountRootView(root);
