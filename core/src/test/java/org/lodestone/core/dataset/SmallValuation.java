package org.lodestone.core.dataset;

import java.nio.file.Path;

/** The small forecast with a project, a plant and a contract that are valued at two price decks; a test breaks one line. */
final class SmallValuation {

    private SmallValuation() {}

    /** A deck in China and one over it, a floor for what is sold, a project by its study, and a mine that runs. */
    static SmallForecast in(Path folder) {
        return SmallForecast.in(folder)
                .add("assumptions", "price,Base,,Price,100,2026 USD/kg,,,Brokers.,")
                .add("assumptions", "price,Tight,,Price,110,2026 USD/kg,,,Brokers.,")
                .add("assumptions", "premium,Base,,Premium,5.6,%,,,As MP was paid.,")
                .add("assumptions", "response,Base,,Response,0,x,,,Off.,")
                .add("assumptions", "floor,Base,,Floor,110,USD/kg,,,As signed.,")
                .add("assumptions", "shared-from,Base,,Shared from,150,USD/kg,,,As signed.,")
                .add("assumptions", "shared,Base,,Shared,30,%,,,As signed.,")
                .add("assumptions", "cap,Base,,Cap,10,USD mn,,,As signed.,")
                .add("assumptions", "held,Base,,Held,5000,t REO/yr,,,As signed.,")
                .add("assumptions", "inflation,Base,,Inflation,2.5,%/yr,,,Ours.,")
                .add("assumptions", "rate,Base,,Rate,8,%/yr,,,As studies have it.,")
                .add("assumptions", "tax,Base,,Tax,30,%,,,The rate.,")
                .add("assumptions", "stake,Base,,Stake,40,%,,,As printed.,")
                .add("assumptions", "volume,Base,,Volume,4440,t REO/yr,,figure,As printed.,usgs-2025")
                .add("assumptions", "study-price,Base,,Price of the study,133,USD/kg,,figure,As printed.,usgs-2025")
                .add("assumptions", "capex,Base,,Capital,1226,2026 USD mn,,figure,As printed.,usgs-2025")
                .add("assumptions", "build,Base,,Build,3,years,,,Ours.,")
                .add("assumptions", "sustaining,Base,,Sustaining,2,%,,,Ours.,")
                .add("assumptions", "write-off-years,Base,,Write-off,10,years,,,Ours.,")
                .add("assumptions", "cost,Base,,Cost,40,2026 USD/kg,,,As it aims at.,")
                .add("assumptions", "fixed-cost,Base,,Fixed cost,175.1,2026 USD mn,,,Half.,")
                .add("assumptions", "spent,Base,,Spent,60,2026 USD mn,,,Ours.,")
                .add("assumptions", "written-off,Base,,Written off,90,2026 USD mn,,,As it was.,")
                .add("assumptions", "life,Base,,Life,30,years,,,Ours.,")
                .table("companies", """
                        id,name,name_local,mic,symbol,place,stages,operates,currency,year_end,resource,note,sources
                        ARU.AX,Arafura,,XASX,ARU,Australia,mining,none,AUD,,,,usgs-2025
                        MP,MP Materials,,XNYS,MP,United States,mining,,USD,,,,usgs-2025
                        """)
                .table("exchange-rates", """
                        date,period,kind,base_units,base,quote,rate,note,sources,reliability
                        2026-06-30,H1 2026,half-year-average,1,USD,AUD,1.4231,,usgs-2025,read
                        """)
                .table("studies", """
                        project,study,published,item,product,value,unit,assumption,years,terms,tax,rate,how,note,sources,reliability
                        New mine,update 2024,2024-07,ebitda,,460,USD mn,,,,,,reported,,usgs-2025,read
                        New mine,update 2024,2024-07,life,,38,years,,,,,,reported,,usgs-2025,read
                        """)
                .add(
                        "pipeline",
                        "old-mine,old-mine,mine-production,not,,,mine-start,mine-delay,mine-probability,mine-ramp,,,It runs.,")
                .table("decks", """
                        id,product,market,price,over,premium,long_term,vat,response,balance,note,sources
                        china,NdPr oxide,China,price,,,2031,excluded,response,market,,usgs-2025
                        outside,NdPr oxide,outside China,,china,premium,2031,excluded,,,,usgs-2025
                        """)
                .table("contracts", """
                        id,company,buyer,line,deck,volume,floor,shared_from,shared,cap,from,until,inflation,note,sources
                        floor-to-2035,MP,Department of Defense,old-mine,outside,held,floor,shared-from,shared,cap,2026,2035,inflation,,usgs-2025
                        """)
                .table("valued-projects", """
                        id,name,company,stake,line,deck,from,rate,tax,evidence,project,study,ebitda,volume,price,capex,life,build,sustaining,write_off,note,sources
                        nolans,Nolans,ARU.AX,stake,new-mine,outside,2026,rate,tax,B,New mine,update 2024,,volume,study-price,capex,,build,sustaining,write-off-years,,usgs-2025
                        """)
                .table("valued-operations", """
                        id,name,company,stake,line,deck,from,rate,tax,evidence,cost,fixed_cost,other,capex,write_off,reserves,life,note,sources
                        mountain-pass,Mountain Pass,MP,,old-mine,outside,2026,rate,tax,C,cost,fixed-cost,,spent,written-off,,life,,usgs-2025
                        """);
    }
}
