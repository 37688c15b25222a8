package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodestone.core.problem.Problem;

/** A dataset of a few lines with a forecast, in which a test breaks one. */
final class SmallForecast {

    private final TinyDataset dataset;
    private final Map<String, String> tables = new LinkedHashMap<>();

    private SmallForecast(TinyDataset dataset) {
        this.dataset = dataset;
    }

    /** Two measures with limits, a mine to come, ore on top, a balance, three conclusions, four drivers and a shock. */
    static SmallForecast in(Path folder) {
        return new SmallForecast(TinyDataset.in(folder))
                .table("measures", """
                        id,name,stage,kind,unit,description
                        mine-production,Mine production,mining,production,t REO,
                        refined,Refined,separation,production,t REO,
                        reserves,Reserves,mining,reserves,t REO,
                        scrap,From scrap,separation,statistic,t REO,
                        """)
                .table("figures", TinyDataset.FIGURES + """

                        mine-production,China,2023,,MCS2025,,255000,t REO,,,usgs-2025,
                        mine-production,China,2024,,MCS2025,,270000,t REO,,,usgs-2025,
                        mine-production,United States,2024,,MCS2025,,45000,t REO,,,usgs-2025,
                        mine-production,Australia,2024,,MCS2025,,13000,t REO,,,usgs-2025,
                        mine-production,World,2024,,MCS2025,,390000,t REO,,,usgs-2025,
                        refined,China,2024,,MCS2025,,250000,t REO,,,usgs-2025,
                        refined,Malaysia,2024,,MCS2025,,10000,t REO,,,usgs-2025,
                        refined,Other countries,2024,,MCS2025,,5000,t REO,,,usgs-2025,
                        refined,China,2030,outlook,MCS2025,,280000,t REO,,,usgs-2025,
                        refined,Malaysia,2030,outlook,MCS2025,,20000,t REO,,,usgs-2025,
                        refined,Other countries,2030,outlook,MCS2025,,9000,t REO,,,usgs-2025,
                        reserves,China,2024,,MCS2025,,44000000,t REO,,,usgs-2025,
                        scrap,China,2024,,MCS2025,,20000,t REO,,,usgs-2025,
                        """)
                .table("projects", """
                        id,project,operator,company,place,stage,product,capacity,unit,capacity_reo,status,first_year,note,sources,reliability
                        new-mine,New mine,Miner,,Australia,mining,concentrate,20000,t REO/yr,20000,construction,2026,,usgs-2025,
                        old-mine,Old mine,Miner,,Australia,mining,concentrate,13000,t REO/yr,13000,operating,2011,,usgs-2025,
                        far-mine,Far mine,Miner,,Brazil,mining,concentrate,5000,t REO/yr,5000,planned,2028,,usgs-2025,
                        """)
                .table("demand", """
                        material,segment,period,case,value,unit,note,sources,reliability
                        REO,Total demand,2024,observed,300000,t REO,,usgs-2025,
                        REO,Total demand,2030,STEPS,380000,t REO,,usgs-2025,
                        REO,Total demand,2030,APS,400000,t REO,,usgs-2025,
                        REO,Magnets,2024,observed,130000,t REO,,usgs-2025,
                        """)
                .table("risks", """
                        id,name,claim,stage,place,driver,unit,note,sources
                        ore,More ore,Supply grows slowly,mining,Myanmar,Output of Myanmar,t REO,,usgs-2025
                        """)
                .table("scenarios", """
                        id,description,demand_case,demand_path,reason,sources
                        Base,As expected,STEPS,geometric,The middle case.,usgs-2025
                        Tight,Less and later,APS,,More demand.,usgs-2025
                        """)
                .table("assumptions", """
                        id,scenario,step,name,value,unit,period,origin,reason,sources
                        quota-growth,Base,,Growth of the quota,2,%/yr,,,As before.,
                        quota-growth,Tight,,Growth of the quota,0,%/yr,,,Held.,
                        quota-use,Base,,Use of the quota,100,%,,,In full.,
                        mine-start,Base,,First year,2026,year,,,As planned.,
                        mine-delay,Base,,Delay,1,years,,,As others.,
                        mine-delay,Tight,,Delay,2,years,,,As others.,
                        mine-probability,Base,,Probability,90,%,,,Being built.,
                        mine-ramp,Base,1,Ramp,50,%,,,As others.,
                        mine-ramp,Base,2,Ramp,100,%,,,As others.,
                        mine-ramp,Tight,1,Ramp,25,%,,,Slower.,
                        ramp-speed,Base,,Speed,100,%,,,As it is.,
                        disruption,Base,,Disruption,5,%,,,Some.,
                        delivery,Base,,Delivery,75,%,,,Not all.,
                        phasing,Base,1,Phasing,40,%,,,Slow at first.,
                        phasing,Base,2,Phasing,100,%,,,Slow at first.,
                        ore-on-top,Base,,Ore on top,0,t REO/yr,,,None.,
                        scrap-follows,Base,,Follows,100,%,,,Keeps its share.,
                        scrap-within,Base,,Within,NA,%,,,The anchor settles it.,
                        published,Base,,Balance,0,t REO,2024,,Level.,
                        slow-growth,Base,,Slow below,4,%/yr,,,Ours.,
                        tight-balance,Base,,Tight below,0,t REO,,,Level.,
                        dominance,Base,,Dominant from,60,%,,,Ours.,
                        stage-threshold,Base,,Has a stage from,5,%,,,Ours.,
                        """)
                .table("limits", """
                        measure,place,limit,path,start,assumption,until,phasing,use,note,sources
                        mine-production,China,quota,growth,,quota-growth,,,quota-use,,
                        mine-production,United States,capacity,held,,,,,,,
                        mine-production,Australia,capacity,held,,,,,,,
                        refined,China,capacity,held,,,,,,,
                        refined,Malaysia,capacity,outlook,,delivery,2030,phasing,,,
                        refined,Other countries,capacity,outlook,,delivery,2030,phasing,,,
                        """)
                .table("pipeline", """
                        id,project,measure,counts,runs,outlet,start,delay,probability,ramp,speed,disruption,note,sources
                        new-mine,new-mine,mine-production,new,,,mine-start,mine-delay,mine-probability,mine-ramp,ramp-speed,disruption,,
                        """)
                .table("additions", """
                        id,name,measure,place,amount,from,until,share,content
                        ore,Ore on top,mine-production,Myanmar,ore-on-top,2024,2026,,
                        """)
                .table("balances", """
                        id,measure,material,segment,scrap,scrap_follows,within,anchor
                        market,refined,REO,Total demand,scrap,scrap-follows,scrap-within,published
                        """)
                .table("conclusions", """
                        id,statement,kind,measure,place,threshold
                        slowing,Growth slows,growth-below,mine-production,,slow-growth
                        tight,The market tightens,balance-below,refined,,tight-balance
                        dominant,China dominates,share-at-least,mine-production,China,dominance
                        """)
                .table("drivers", """
                        assumption,as,low,high,drawn,variation,search,reason,sources
                        quota-growth,value,0,6,triangular,,,None or as once.,
                        mine-delay,change,-1,2,whole,,,Dates slip.,
                        mine-probability,value,0,100,chance,,,Comes or not.,
                        ramp-speed,value,70,120,uniform,,,Slower or faster.,
                        disruption,value,0,15,gamma,0.6,,More than expected.,
                        """)
                .table("shocks", """
                        risk,assumption,change,size,reason,sources
                        ore,ore-on-top,add,10000,As once.,
                        """);
    }

    SmallForecast table(String name, String text) {
        tables.put(name, text);
        return this;
    }

    /** Writes {@code now} for what stands in a table, which must be there once. */
    SmallForecast edit(String table, String before, String now) {
        String text = tables.getOrDefault(table, "");
        assertThat(Splitter.on(before).splitToList(text))
                .as("'%s' in %s", before, table)
                .hasSize(2);
        return table(table, text.replace(before, now));
    }

    SmallForecast add(String table, String row) {
        return table(table, tables.getOrDefault(table, "") + row + "\n");
    }

    /** Adds a row that is of one year alone: all others get a column of years, and leave it empty. */
    SmallForecast addInYear(String table, int year, String row) {
        String text = tables.getOrDefault(table, "");
        boolean hasYears = text.startsWith("year,");
        return table(table, hasYears ? text : "year," + text.stripTrailing().replace("\n", "\n,") + "\n")
                .add(table, year + "," + row);
    }

    SmallForecast without(String table) {
        tables.remove(table);
        return this;
    }

    /** Keeps only the header and the rows that start otherwise. */
    SmallForecast withoutRows(String table, String start) {
        StringBuilder kept = new StringBuilder();
        tables.getOrDefault(table, "")
                .lines()
                .filter(line -> !line.startsWith(start))
                .forEach(line -> kept.append(line).append('\n'));
        return table(table, kept.toString());
    }

    Reading read() {
        tables.forEach((name, text) -> dataset.table(name, text.lines().toArray(String[]::new)));
        return dataset.read();
    }

    List<String> problems() {
        return read().problems().stream().map(Problem::toString).toList();
    }
}
