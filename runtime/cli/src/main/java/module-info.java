/** The command line of InitWeights: plans, checkpoints and reports. */
module org.initweights.cli {
    requires info.picocli;
    requires java.desktop;
    requires static org.jspecify;
    requires org.initweights;
    requires org.initweights.report;

    opens org.initweights.cli to
            info.picocli;
    opens org.initweights.cli.input to
            info.picocli;
    opens org.initweights.cli.output to
            info.picocli;
}
