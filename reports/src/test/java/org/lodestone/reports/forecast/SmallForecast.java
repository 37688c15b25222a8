package org.lodestone.reports.forecast;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;

/**
 * A forecast that can be worked out on paper, of which a test changes a row.
 *
 * <p>Mines of 2025: China 600 t Sn, Chile 300, Peru 100. China has a quota that grows by 10% a year and a capacity of 700;
 * Chile and the others stay, but for two projects. Demand goes from 1,050 in equal steps to 1,650 in 2028. With nothing
 * changed:
 *
 * <pre>
 *                   2025   2026   2027   2028
 * China              600    660    700    700   quota binds in 2026, capacity after
 * Chile              300    300    345    390   North: 200 t from 2027, half likely, 50% and 100% full, 10% lost
 * others (Peru)      100    150    200    200   South: 100 t from 2026, sure, 50% and 100% full
 * total            1,000  1,110  1,245  1,290
 * scrap               50     50     50     50   none of it in supply, held
 * demand           1,050  1,250  1,450  1,650
 * balance              0    −90   −155   −310
 * </pre>
 */
public final class SmallForecast {

    private static final String FIGURES = "measure,place,period,case,edition,revision,value,unit,how,note,sources";
    private static final String ASSUMPTIONS = "id,scenario,step,name,value,unit,period,origin,reason,sources";

    private final Path folder;
    private final Map<String, List<String>> tables = new LinkedHashMap<>();

    private SmallForecast(Path folder) {
        this.folder = folder;
    }

    public static SmallForecast in(Path folder) {
        return new SmallForecast(folder)
                .table("sources", "id,citation,url", "paper,Worked on paper,")
                .table("bases", "id,name,description", "Sn,Tin,", "concentrate,Concentrate,")
                .table("editions", "id,name,publisher,released,series,sources", "E1,Edition 1,P,2026-01,E,paper")
                .table(
                        "stages",
                        "id,order,name,feeds,description",
                        "mining,1,Mining,smelting,",
                        "smelting,2,Smelting,,")
                .table(
                        "measures",
                        "id,name,stage,kind,unit,description",
                        "mined,Mine production,mining,production,t Sn,",
                        "scrap,Tin from scrap,smelting,statistic,t Sn,")
                .table(
                        "figures",
                        FIGURES,
                        "mined,China,2025,,E1,,600,t Sn,reported,,paper",
                        "mined,Chile,2025,,E1,,300,t Sn,reported,,paper",
                        "mined,Peru,2025,,E1,,100,t Sn,reported,,paper",
                        "scrap,Japan,2025,,E1,,50,t Sn,reported,,paper")
                .table(
                        "projects",
                        "id,project,operator,company,place,stage,product,capacity,unit,capacity_reo,status,first_year,"
                                + "note,sources",
                        "north,North,N,,Chile,mining,tin,200,t Sn/yr,,planned,2026,,paper",
                        "south,South,S,,Peru,mining,tin,100,t Sn/yr,,construction,2026,,paper")
                .table(
                        "demand",
                        "material,segment,period,case,value,unit,note,sources",
                        "tin,Total,2025,observed,1050,t Sn,,paper",
                        "tin,Total,2028,High,1650,t Sn,,paper",
                        "tin,Total,2028,Low,1350,t Sn,,paper")
                .table(
                        "risks",
                        "id,name,claim,stage,place,driver,unit,note,sources",
                        "more-ore,More ore,Ore is scarce,mining,Peru,Ore,t Sn,,paper")
                .table(
                        "scenarios",
                        "id,description,demand_case,demand_path,reason,sources",
                        "Base,As it is,High,linear,For the test,",
                        "Late,North comes a year later,Low,geometric,For the test,")
                .table(
                        "assumptions",
                        ASSUMPTIONS,
                        assumed("quota-growth", "10,%/yr"),
                        assumed("china-capacity", "700,t Sn/yr"),
                        assumed("others", "100,t Sn/yr"),
                        assumed("north-start", "2026,year"),
                        assumed("north-delay", "1,years"),
                        "north-delay,Late,,north-delay,2,years,,assumed,For the test,",
                        assumed("north-probability", "50,%"),
                        assumed("south-start", "2026,year"),
                        assumed("south-delay", "0,years"),
                        assumed("south-probability", "100,%"),
                        "ramp,Base,1,ramp,50,%,,assumed,For the test,",
                        "ramp,Base,2,ramp,100,%,,assumed,For the test,",
                        assumed("disruption", "10,%"),
                        assumed("follows", "0,%"),
                        assumed("within", "0,%"),
                        assumed("ore-added", "0,t Sn/yr"),
                        assumed("slow", "10,%/yr"),
                        assumed("level", "0,t Sn"))
                .table(
                        "limits",
                        "measure,place,limit,path,start,assumption,until,phasing,use,note,sources",
                        "mined,China,quota,growth,,quota-growth,,,,,paper",
                        "mined,China,capacity,held,china-capacity,,,,,,paper",
                        "mined,Chile,capacity,held,,,,,,,paper",
                        "mined,Other countries,capacity,level,,others,2028,,,,paper")
                .table(
                        "pipeline",
                        "id,project,measure,counts,runs,outlet,start,delay,probability,ramp,speed,disruption,note,sources",
                        "north,north,mined,new,,,north-start,north-delay,north-probability,ramp,,disruption,,paper",
                        "south,south,mined,new,,,south-start,south-delay,south-probability,ramp,,,,paper")
                .table(
                        "additions",
                        "id,name,measure,place,amount,from,until,share,content",
                        "ore,Ore on top,mined,Peru,ore-added,2025,2026,,")
                .table(
                        "balances",
                        "id,measure,material,segment,scrap,scrap_follows,within",
                        "tin,mined,tin,Total,scrap,follows,within")
                .table(
                        "conclusions",
                        "id,statement,kind,measure,place,threshold",
                        "slowing,Growth slows,growth-below,mined,,slow",
                        "tight,The market tightens,balance-below,mined,,level")
                .table(
                        "drivers",
                        "assumption,as,low,high,drawn,variation,search,reason,sources",
                        "ore-added,value,0,100,uniform,,1000,For the test,",
                        "north-delay,change,-1,2,whole,,,For the test,",
                        "north-probability,value,0,100,chance,,,For the test,",
                        "disruption,value,0,20,triangular,,,For the test,")
                .table(
                        "shocks",
                        "risk,assumption,change,size,reason,sources",
                        "more-ore,ore-added,add,40,For the test,paper");
    }

    /**
     * Adds smelters, which take the ore of these mines.
     *
     * <p>A tonne mined has 80% of tin, of which 90% is recovered. China smelts 585 t in 2025 and Malaysia 90, in one plant of 180, which
     * fills by half of the rest in 2026 and takes the ore of Chile; half of what it leaves is open to China. China may smelt what it is
     * allowed in 2026, and can smelt what its smelters, 600 t in 2025 and as much as allowed in 2028, are built for.
     *
     * <pre>
     *                                       2025                       2026
     * ore of China, Chile, others           480, 240, 80               528, 240, 120
     * the plant makes                       90                         135, of the 216 that ore allows
     * it takes, leaves, passes on           100, 140, 70               150, 90, 45
     * ore that reaches China                630                        693
     * fed                                   567 + 18 unrecorded        623.7 + 18
     * </pre>
     */
    public SmallForecast withSmelters() {
        return add("measures", "smelted,Smelter production,smelting,production,t Sn,")
                .add(
                        "figures",
                        "smelted,China,2025,,E1,,585,t Sn,reported,,paper",
                        "smelted,Malaysia,2025,,E1,,90,t Sn,reported,,paper")
                .add("projects", "plant,Plant,P,,Malaysia,smelting,tin,180,t Sn/yr,,operating,2010,,paper")
                .add(
                        "assumptions",
                        assumed("content", "80,%"),
                        assumed("yield", "90,%"),
                        assumed("open", "50,%"),
                        assumed("plant-runs", "90,t Sn/yr"),
                        assumed("allowed", "700,t Sn"),
                        assumed("smelters", "600,t Sn"),
                        assumed("chile", "300,t Sn"))
                .with("limits", "mined,Chile", "mined,Chile,capacity,level,,chile,2026,,,,paper")
                .add(
                        "limits",
                        "smelted,China,quota,level,,allowed,2026,,,,paper",
                        "smelted,China,capacity,level,smelters,allowed,2028,,,,paper",
                        "smelted,China,feed,fed,,,,,yield,,paper",
                        "smelted,Malaysia,capacity,plants,,,,,,,paper")
                .table(
                        "pipeline",
                        "id,project,measure,counts,runs,pool,start,delay,probability,ramp,disruption,note,sources",
                        "north,north,mined,new,,,north-start,north-delay,north-probability,ramp,disruption,,paper",
                        "south,south,mined,new,,,south-start,south-delay,south-probability,ramp,,,paper",
                        "plant,plant,smelted,whole,plant-runs,Chile,south-start,south-delay,south-probability,ramp,,,paper")
                .table(
                        "feeds",
                        "measure,from,place,pool,content,open,note,sources",
                        "smelted,mined,China,,content,,,paper",
                        "smelted,mined,Chile,Chile,content,open,,paper",
                        "smelted,mined,Other countries,,content,,,paper");
    }

    /** A row of an assumption of the base scenario: {@code assumed("level", "0,t Sn")}. */
    public static String assumed(String id, String valueAndUnit) {
        return id + ",Base,," + id + "," + valueAndUnit + ",,assumed,For the test,";
    }

    public SmallForecast table(String name, String header, String... rows) {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(Arrays.asList(rows));
        tables.put(name, lines);
        return this;
    }

    /** Adds rows at the end of a table. */
    public SmallForecast add(String name, String... rows) {
        rows(name).addAll(Arrays.asList(rows));
        return this;
    }

    /** Adds a row that is of one year alone: all others get a column of years, and leave it empty. */
    public SmallForecast addInYear(String name, int year, String row) {
        List<String> rows = rows(name);
        if (!rows.get(0).startsWith("year,")) {
            rows.replaceAll(line -> "," + line);
            rows.set(0, "year" + rows.get(0));
        }
        return add(name, year + "," + row);
    }

    /** Puts a row in place of the one that starts with {@code start}. */
    public SmallForecast with(String name, String start, String row) {
        List<String> rows = rows(name);
        int at = rows.indexOf(rows.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No row of " + name + " starts with " + start)));
        rows.set(at, row);
        return this;
    }

    /** Gives an assumption of the base scenario another value: {@code set("level", "0,t Sn")}. */
    public SmallForecast set(String id, String valueAndUnit) {
        return with("assumptions", id + ",Base,", assumed(id, valueAndUnit));
    }

    public SmallForecast without(String name) {
        tables.remove(name);
        return this;
    }

    private List<String> rows(String name) {
        List<String> rows = tables.get(name);
        if (rows == null) {
            throw new IllegalArgumentException("There is no table " + name);
        }
        return rows;
    }

    /** Throws with its problems if it has any. */
    public Dataset dataset() {
        try {
            Files.writeString(folder.resolve("datapackage.json"), manifest());
            for (Map.Entry<String, List<String>> table : tables.entrySet()) {
                Files.write(folder.resolve(table.getKey() + ".csv"), table.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Datasets.read(folder).orElseThrow();
    }

    private String manifest() {
        return "{\"name\": \"small\", \"title\": \"Small\", \"lodestone\": {\"resource\": \"Tin\", \"edition\": \"E1\"},"
                + " \"resources\": ["
                + tables.entrySet().stream()
                        .map(table -> resource(table.getKey(), table.getValue().get(0)))
                        .collect(joining(","))
                + "]}";
    }

    private static String resource(String name, String header) {
        return "{\"name\": \"" + name + "\", \"path\": \"" + name + ".csv\", \"schema\": {\"fields\": ["
                + Splitter.on(',')
                        .splitToStream(header)
                        .map(column -> "{\"name\": \"" + column + "\"}")
                        .collect(joining(","))
                + "]}}";
    }
}
