package org.maaledger.command.decision;

/** The documents that rules are taken from, as refusals name them. */
public final class Sources {

    /** Local area agreements, designation, revision proposals. */
    public static final String ACT_2007 = "Local Government and Public Involvement in Health Act 2007";

    /** Multi-area agreements with statutory duties. */
    public static final String ACT_2009 = "Local Democracy, Economic Development and Construction Act 2009";

    /** The slides that introduced the framework: 198 indicators, up to 35 designated targets, multi-area agreements. */
    public static final String FRAMEWORK_2007 =
            "Local performance framework and LAAs (Communities and Local Government, 2007)";

    /** Negotiation, baselines, trajectories. */
    public static final String TOOLKIT_2005 =
            "Local Area Agreement toolkit (Office of the Deputy Prime Minister, 2005)";

    /** Where no document says how, and the ledger must still decide. */
    public static final String LEDGER = "Rule of this ledger";

    private Sources() {}
}
