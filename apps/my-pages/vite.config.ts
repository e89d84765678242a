import { webApp } from "../../vite.base.ts";

export default webApp(5788);
