"""What is hidden before a document is published, and what each kind is called on screen."""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of personal information (个人信息保护法第四条、第二十八条)."""

    NAME = "name"
    MINOR = "minor"
    ID_NUMBER = "id_number"
    CERTIFICATE = "certificate"
    CREDIT_CODE = "credit_code"
    PHONE = "phone"
    BANK_CARD = "bank_card"
    EMAIL = "email"
    ACCOUNT = "account"
    ADDRESS = "address"
    PLATE = "plate"
    BIRTH_DATE = "birth_date"


LABELS = {
    Kind.NAME: "姓名",
    Kind.MINOR: "未成年人信息",
    Kind.ID_NUMBER: "身份证号",
    Kind.CERTIFICATE: "证件号码",
    Kind.CREDIT_CODE: "统一社会信用代码",
    Kind.PHONE: "电话",
    Kind.BANK_CARD: "银行账号",
    Kind.EMAIL: "电子邮箱",
    Kind.ACCOUNT: "网络账号",
    Kind.ADDRESS: "住址",
    Kind.PLATE: "车牌号",
    Kind.BIRTH_DATE: "出生日期",
}
