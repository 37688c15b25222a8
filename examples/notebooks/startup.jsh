// What a notebook begins with: imports, two ways to print, and two to show what is more than a line.
import java.nio.file.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import com.google.common.collect.ImmutableList;
import org.lodestone.core.chain.*;
import org.lodestone.core.dataset.*;
import org.lodestone.core.figure.*;
import org.lodestone.core.forecast.*;
import org.lodestone.core.place.*;
import org.lodestone.core.problem.*;
import org.lodestone.core.quantity.*;
import org.lodestone.core.research.*;
import org.lodestone.core.screen.*;
import org.lodestone.core.time.*;
import org.lodestone.core.universe.*;
import org.lodestone.core.usgs.*;
import org.lodestone.excel.*;
import org.lodestone.notebook.*;
import org.lodestone.reports.claim.*;
import org.lodestone.reports.comparison.*;
import org.lodestone.reports.concentration.*;
import org.lodestone.reports.forecast.*;
import org.lodestone.reports.formula.*;
import org.lodestone.reports.growth.*;
import org.lodestone.reports.pack.*;
import org.lodestone.reports.report.*;
import org.lodestone.reports.risk.*;
import org.lodestone.reports.robustness.*;
import org.lodestone.reports.scenario.*;
import org.lodestone.reports.screen.*;
import org.lodestone.reports.supply.*;

void println(Object what) { System.out.println(what); }
void printf(String format, Object... what) { System.out.print(String.format(Locale.ROOT, format, what)); }
void show(Listing<?> listing) { println("\n" + listing); }
void show(Picture picture, String name) throws java.io.IOException { printf("%nPicture: %s%n", picture.save(name)); }

// Where the files of notebooks lie: where jshell was started, unless -R-Dlodestone.notebooks=FOLDER says otherwise.
Path notebooks = Path.of(System.getProperty("lodestone.notebooks", ""));
