import "../ui/base.css";
import "../popup/popup.css";
import "./panel.css";
import { startEarly } from "../popup/early";

startEarly(() => import("./main"));
