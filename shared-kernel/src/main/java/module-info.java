/**
 * The vocabulary that both sides of the ledger share.
 *
 * <p>It is a named module for two reasons: the root of all events can be sealed over families in other packages, and whatever is
 * not listed here as required cannot be used in it.
 */
module org.maaledger.kernel {
    requires com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;

    exports org.maaledger.kernel;
    exports org.maaledger.kernel.agreement;
    exports org.maaledger.kernel.area;
    exports org.maaledger.kernel.canonical;
    exports org.maaledger.kernel.framework;
    exports org.maaledger.kernel.indicator;
    exports org.maaledger.kernel.measure;
    exports org.maaledger.kernel.provenance;
    exports org.maaledger.kernel.reading;
    exports org.maaledger.kernel.target;
}
