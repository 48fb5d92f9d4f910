"""FatturaPA 1.2, the Italian national format, for a private buyer."""

from lxml import etree

from typesetting.facts import Invoice, Line, Party, Transmission
from typesetting.sums import Totals, adjustment_amount, net_amount, rounded
from typesetting.tree import branch, leaf, root, serialize

NAMESPACE = "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"
FORMAT = "FPR12"


def write_fatturapa(invoice: Invoice, totals: Totals) -> bytes:
    """Write an invoice that carries the facts of its transmission."""
    transmission = invoice.transmission
    if transmission is None:
        raise ValueError(f"{invoice.number}: FatturaPA needs a [transmission] table")
    document = root("p:FatturaElettronica", {"p": NAMESPACE})
    document.set("versione", FORMAT)
    header = branch(document, "FatturaElettronicaHeader")
    _write_transmission(header, invoice, transmission)
    _write_seller(branch(header, "CedentePrestatore"), invoice.seller, transmission)
    _write_party(branch(header, "CessionarioCommittente"), invoice.buyer, "")
    body = branch(document, "FatturaElettronicaBody")
    _write_general_data(branch(body, "DatiGenerali"), invoice, totals)
    goods = branch(body, "DatiBeniServizi")
    for line in invoice.lines:
        _write_line(goods, line)
    _write_summary(goods, totals)
    _write_payment(branch(body, "DatiPagamento"), invoice, totals)
    return serialize(document)


def _write_transmission(header: etree._Element, invoice: Invoice, transmission: Transmission) -> None:
    element = branch(header, "DatiTrasmissione")
    leaf(element, "IdTrasmittente/IdPaese", invoice.seller.country)
    leaf(element[0], "IdCodice", invoice.seller.vat_identifier[2:])
    leaf(element, "ProgressivoInvio", transmission.progressive)
    leaf(element, "FormatoTrasmissione", FORMAT)
    leaf(element, "CodiceDestinatario", transmission.recipient_code)


def _write_seller(element: etree._Element, seller: Party, transmission: Transmission) -> None:
    _write_party(element, seller, transmission.regime)
    register = branch(element, "IscrizioneREA")
    leaf(register, "Ufficio", transmission.rea_office)
    leaf(register, "NumeroREA", transmission.rea_number)
    leaf(register, "CapitaleSociale", rounded(transmission.capital))
    leaf(register, "SocioUnico", "SM")
    leaf(register, "StatoLiquidazione", "LN")
    contacts = branch(element, "Contatti")
    leaf(contacts, "Telefono", seller.telephone)
    leaf(contacts, "Email", seller.email)


def _write_party(element: etree._Element, party: Party, regime: str) -> None:
    person = branch(element, "DatiAnagrafici")
    identifier = branch(person, "IdFiscaleIVA")
    leaf(identifier, "IdPaese", party.vat_identifier[:2])
    leaf(identifier, "IdCodice", party.vat_identifier[2:])
    leaf(person, "CodiceFiscale", party.tax_number)
    leaf(person, "Anagrafica/Denominazione", party.name)
    leaf(person, "RegimeFiscale", regime)
    address = branch(element, "Sede")
    leaf(address, "Indirizzo", party.street)
    leaf(address, "CAP", party.post_code)
    leaf(address, "Comune", party.city)
    leaf(address, "Provincia", party.subdivision)
    leaf(address, "Nazione", party.country)


def _write_general_data(element: etree._Element, invoice: Invoice, totals: Totals) -> None:
    document = branch(element, "DatiGeneraliDocumento")
    leaf(document, "TipoDocumento", "TD01")
    leaf(document, "Divisa", invoice.currency)
    leaf(document, "Data", invoice.issue_date)
    leaf(document, "Numero", invoice.number)
    leaf(document, "ImportoTotaleDocumento", totals.with_vat)
    leaf(document, "Causale", invoice.note)
    leaf(element, "DatiOrdineAcquisto/IdDocumento", invoice.order)
    if invoice.despatch_advice:
        delivery = branch(element, "DatiDDT")
        leaf(delivery, "NumeroDDT", invoice.despatch_advice)
        leaf(delivery, "DataDDT", invoice.delivery_date)


def _write_line(goods: etree._Element, line: Line) -> None:
    element = branch(goods, "DettaglioLinee")
    leaf(element, "NumeroLinea", line.identifier)
    if line.item:
        code = branch(element, "CodiceArticolo")
        leaf(code, "CodiceTipo", "INTERNO")
        leaf(code, "CodiceValore", line.item)
    leaf(element, "Descrizione", " - ".join(part for part in (line.name, line.description) if part))
    leaf(element, "Quantita", rounded(line.quantity))
    leaf(element, "UnitaMisura", line.unit)
    leaf(element, "PrezzoUnitario", rounded(line.net_price))
    for adjustment in line.adjustments:
        change = branch(element, "ScontoMaggiorazione")
        leaf(change, "Tipo", "MG" if adjustment.charge else "SC")
        if adjustment.percent is None:
            leaf(change, "Importo", adjustment_amount(adjustment))
        else:
            leaf(change, "Percentuale", rounded(adjustment.percent))
    leaf(element, "PrezzoTotale", net_amount(line))
    leaf(element, "AliquotaIVA", rounded(line.vat_rate))


def _write_summary(goods: etree._Element, totals: Totals) -> None:
    for group in totals.groups:
        element = branch(goods, "DatiRiepilogo")
        leaf(element, "AliquotaIVA", rounded(group.rate))
        leaf(element, "ImponibileImporto", group.taxable)
        leaf(element, "Imposta", group.tax)
        leaf(element, "EsigibilitaIVA", "I")


def _write_payment(element: etree._Element, invoice: Invoice, totals: Totals) -> None:
    leaf(element, "CondizioniPagamento", "TP02")
    detail = branch(element, "DettaglioPagamento")
    leaf(detail, "ModalitaPagamento", "MP05")
    leaf(detail, "DataScadenzaPagamento", invoice.due_date)
    leaf(detail, "ImportoPagamento", totals.due)
    leaf(detail, "IstitutoFinanziario", invoice.payment.bank)
    leaf(detail, "IBAN", invoice.payment.account)
