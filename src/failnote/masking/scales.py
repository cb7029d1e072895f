"""Scales: the short names in capitals after which a number is a score and names nobody."""

from failnote.masking.wordlist import any_of

SCALES = any_of(
    "ACT ADHD ADI AQ ASRS AUDIT BAI BDI BES BMI BOCS BP BPRS CAPS CBT CDI CES CGI CORE CPT CSQ"
    " DAS DASS DBT DES DSM EAT EDE EPDS EQ FSIQ GAD GAF GHQ HADS HAM HAMA HAMD HONOS HR HRV ICD"
    " IES IIP IQ ISI KBT LEC LSI MADRS MBS MDQ MMSE MOCA OCD OCI OM OQ ORS PANSS PCL PDI PHQ PIQ"
    " PRI PSI PSS PSWQ PTSD QIDS RCADS RSE SATS SCID SCL SCOFF SDQ SDS SKID SNRI SRS SSRI STAI"
    " SUDS? SWLS TAS TCA TCC TDM VAS VCI VIQ WAI WAIS WISC WMI WSAS YBOCS YMRS"
)
"""A pattern for scales, methods, what they measure and manuals, in text with its capitals."""
