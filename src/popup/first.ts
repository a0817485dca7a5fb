import "../ui/base.css";
import "./popup.css";
import { startEarly } from "./early";

startEarly(() => import("./main"));
