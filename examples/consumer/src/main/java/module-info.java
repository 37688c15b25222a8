/** A program of somebody else, on the module path. */
module consumer {
    requires org.lodestone.data;
    requires org.lodestone.excel;

    provides org.lodestone.reports.pack.Extension with
            consumer.Visits;
}
